// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.Optional;

/**
 * Rules that gateways never use because another VirtualService takes their traffic: without a rule
 * of http no call takes another route, without one of tcp nothing changes.
 */
final class TakenRuleClaims {
  private TakenRuleClaims() {}

  static boolean hold(TranslatedProxies translated, ConfigKey key, FindingPath path) {
    MeshSnapshot without =
        WithoutFinding.changed(
            translated.snapshot(), key, value -> value.flatMap(v -> without(v, path)));
    return path.startsWith("tcp")
        ? translated.areSameFor(without)
        : SimulatedCalls.differing(translated.snapshot(), without).isEmpty();
  }

  private static Optional<VirtualService> without(VirtualService value, FindingPath path) {
    List<Integer> at = path.indexes();
    if (path.startsWith("tcp")) {
      return Optional.of(
          value.toBuilder().tcp(WithoutFinding.without(value.tcp(), at.get(0))).build());
    }
    return at.size() == 1
        ? Optional.of(
            value.toBuilder().http(WithoutFinding.without(value.http(), at.get(0))).build())
        : WithoutFinding.match(value, at.get(0), at.get(1));
  }
}
