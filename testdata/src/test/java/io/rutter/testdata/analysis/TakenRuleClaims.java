// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules that gateways never use because another VirtualService takes their traffic: if a rule of
 * http answered instead, no call would see it, without one of tcp nothing changes.
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
    List<HttpRoute> rules = new ArrayList<>(value.http());
    HttpRoute rule = rules.remove((int) at.get(0));
    rules.addAll(at.get(0), at.size() == 1 ? List.of(answering(rule)) : answering(rule, at.get(1)));
    return Optional.of(value.toBuilder().http(rules).build());
  }

  /** The rule does something else: without it, what it hides of those after it would count. */
  private static HttpRoute answering(HttpRoute rule) {
    return HttpRoute.builder()
        .match(rule.match())
        .directResponse(DirectResponse.builder().status(418).build())
        .build();
  }

  /** One match of the rule does something else, in a rule between those of the other matches. */
  private static List<HttpRoute> answering(HttpRoute rule, int match) {
    List<HttpMatch> all = rule.match();
    List<HttpRoute> rules = new ArrayList<>();
    rules.add(rule.toBuilder().match(all.subList(0, match)).build());
    rules.add(answering(rule.toBuilder().match(all.get(match)).build()));
    rules.add(rule.toBuilder().match(all.subList(match + 1, all.size())).build());
    rules.removeIf(part -> part.match().isEmpty());
    return rules;
  }
}
