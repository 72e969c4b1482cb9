// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Settings that choose endpoints by where they are, and workloads by their labels. */
final class RandomLocality {
  private RandomLocality() {}

  /** A {@code localityLbSetting}. */
  static Arbitrary<Map<String, Object>> setting() {
    return Arbitraries.of(
        Map.of("enabled", false),
        Map.of("enabled", true),
        Map.of("failoverPriority", List.of("topology.istio.io/network", "version")),
        Map.of("failoverPriority", List.of("version", "app=vm")),
        Map.of("failoverPriority", List.of("version=v2")),
        Map.of("failover", List.of(Map.of("from", "r1", "to", "r2"))),
        Map.of(
            "failover",
            List.of(Map.of("from", "r1", "to", "r3"), Map.of("from", "r2", "to", "r1"))),
        Map.of(
            "failoverPriority", List.of("version"),
            "failover", List.of(Map.of("from", "r1", "to", "r3"))),
        Map.of(
            "distribute",
            List.of(Map.of("from", "r1/z1/*", "to", Map.of("r1/z1/*", 80, "r2/*", 20)))),
        Map.of(
            "distribute",
            List.of(
                Map.of("from", "r1/*", "to", Map.of("r1", 50, "r3/z3", 50)),
                Map.of("from", "r2/*", "to", Map.of("r2", 100)))));
  }

  /** A {@code workloadSelector} of a DestinationRule. */
  static Arbitrary<Map<String, Object>> workloadSelector() {
    return Arbitraries.of(
        Map.of("matchLabels", Map.of("app", "client")),
        Map.of("matchLabels", Map.of("istio", "ingressgateway")),
        Map.of("matchLabels", Map.of("app", "nobody")));
  }
}
