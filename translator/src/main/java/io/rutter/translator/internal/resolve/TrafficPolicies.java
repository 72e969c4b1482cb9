// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import java.util.Optional;

/** Which traffic policy holds for a port and a subset: port beats subset beats rule. */
public final class TrafficPolicies {
  private TrafficPolicies() {}

  /**
   * The policy of a rule for one port. Settings of the port replace everything: only their four
   * blocks are left.
   */
  public static Optional<TrafficPolicy> forPort(Optional<TrafficPolicy> policy, int port) {
    throw new UnsupportedOperationException();
  }

  /** The policy of a subset for one port, laid block by block over the one of the rule. */
  public static Optional<TrafficPolicy> forSubset(
      Optional<TrafficPolicy> rulePolicyForPort, Subset subset, int port) {
    throw new UnsupportedOperationException();
  }
}
