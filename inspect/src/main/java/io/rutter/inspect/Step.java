// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;

/**
 * One choice: what was chosen, by which rule, and what was not.
 *
 * @param stage which choice it is
 * @param chosen the winner's name, or what the stage did; empty if nothing was chosen
 * @param reason the rule that decided
 * @param rejected those that did not win, in Envoy's order
 */
public record Step(
    Stage stage, String chosen, String reason, ImmutableList<RejectedCandidate> rejected) {
  /** A step without other candidates. */
  public static Step of(Stage stage, String chosen, String reason) {
    return new Step(stage, chosen, reason, ImmutableList.of());
  }
}
