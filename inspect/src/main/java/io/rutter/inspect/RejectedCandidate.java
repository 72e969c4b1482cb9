// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A candidate that did not match the call.
 *
 * @param name its name, or without one its position in its list, for example {@code #2}
 * @param condition the first condition that failed, with both values, for example {@code method
 *     exact "GET": "POST"}
 */
public record RejectedCandidate(String name, String condition) {}
