// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A direct response of Envoy.
 *
 * @param status the status
 * @param body the body, if it is in the configuration; empty if there is none or it is a file
 */
public record DirectAnswer(int status, String body) {}
