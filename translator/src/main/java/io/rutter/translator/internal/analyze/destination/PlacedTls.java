// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.Optional;

/**
 * The TLS settings of a DestinationRule that count for a port and subset, with the place where they
 * are written; {@link TrafficPolicies} says which do.
 *
 * @param path below {@code spec}, such as {@code trafficPolicy}
 * @param tls the settings
 */
record PlacedTls(String path, ClientTls tls) {
  private static final String POLICY = "trafficPolicy";

  /**
   * The settings that count; empty if there are none, or no such subset.
   *
   * @param subset the name of the subset, or empty for the whole host
   */
  static Optional<PlacedTls> of(DestinationRule rule, String subset, int port) {
    Optional<PlacedTls> ofRule = rule.trafficPolicy().flatMap(policy -> of(policy, port, POLICY));
    if (subset.isEmpty()) {
      return ofRule;
    }
    for (int i = 0; i < rule.subsets().size(); i++) {
      if (rule.subsets().get(i).name().equals(subset)) {
        Optional<TrafficPolicy> own = rule.subsets().get(i).trafficPolicy();
        String path = "subsets[" + i + "]." + POLICY;
        Optional<PlacedTls> ofSubset = own.flatMap(policy -> of(policy, port, path));
        boolean replaces = own.filter(policy -> settings(policy, port) >= 0).isPresent();
        return replaces ? ofSubset : ofSubset.or(() -> ofRule);
      }
    }
    return Optional.empty();
  }

  private static Optional<PlacedTls> of(TrafficPolicy policy, int port, String path) {
    int index = settings(policy, port);
    return index < 0
        ? policy.tls().map(tls -> new PlacedTls(path, tls))
        : policy
            .portLevelSettings()
            .get(index)
            .tls()
            .map(tls -> new PlacedTls(path + ".portLevelSettings[" + index + "]", tls));
  }

  /** The index of the settings for a port, or -1. */
  private static int settings(TrafficPolicy policy, int port) {
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      if (policy.portLevelSettings().get(i).port().orElse(0) == port) {
        return i;
      }
    }
    return -1;
  }
}
