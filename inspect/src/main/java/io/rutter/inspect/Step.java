// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;

/**
 * One choice: the winner, the rule that decided, and the rejected candidates.
 *
 * @param stage which choice it is
 * @param chosen the winner's name, or what the stage did; empty if nothing was chosen
 * @param reason the rule that decided
 * @param rejected the other candidates, in Envoy's order
 */
public record Step(
    Stage stage, String chosen, String reason, ImmutableList<RejectedCandidate> rejected) {
  /** A step without other candidates. */
  public static Step of(Stage stage, String chosen, String reason) {
    return new Step(stage, chosen, reason, ImmutableList.of());
  }
}
