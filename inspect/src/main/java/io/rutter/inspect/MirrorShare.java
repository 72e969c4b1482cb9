// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A cluster that gets a copy.
 *
 * @param cluster its name
 * @param share the part of the calls that are copied, from 0 to 1
 */
public record MirrorShare(String cluster, double share) {}
