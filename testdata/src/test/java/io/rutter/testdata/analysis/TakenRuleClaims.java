// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.ArrayList;
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
        ? Optional.of(answering(value, at.get(0)))
        : WithoutFinding.match(value, at.get(0), at.get(1));
  }

  /** The rule does something else: without one that has no match, those after it would count. */
  private static VirtualService answering(VirtualService value, int rule) {
    List<HttpRoute> rules = new ArrayList<>(value.http());
    rules.set(
        rule,
        HttpRoute.builder()
            .match(rules.get(rule).match())
            .directResponse(DirectResponse.builder().status(418).build())
            .build());
    return value.toBuilder().http(rules).build();
  }
}
