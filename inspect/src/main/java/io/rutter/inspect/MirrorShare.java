// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A cluster that receives copies.
 *
 * @param cluster its name
 * @param share the fraction of calls that are copied, from 0 to 1
 */
public record MirrorShare(String cluster, double share) {}
