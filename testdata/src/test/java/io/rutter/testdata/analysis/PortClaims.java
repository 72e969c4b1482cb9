// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Findings that a port is none of those which proxies have: true if everything is the same with
 * another port that surely nobody has.
 */
final class PortClaims {
  private static final int OF_NOBODY = 65533;

  private PortClaims() {}

  /** Whether the port at the path makes no difference. */
  static boolean isOfNobody(TranslatedProxies translated, ConfigKey key, FindingPath path) {
    MeshSnapshot mesh = translated.snapshot();
    MeshSnapshot changed =
        switch (key.kind()) {
          case "VirtualService" ->
              WithoutFinding.changed(mesh, key, value -> value.map(v -> match(v, path)));
          case "DestinationRule" ->
              mesh.toBuilder()
                  .destinationRules(
                      mesh.destinationRules().stream()
                          .map(
                              r ->
                                  ConfigKey.of(key.kind(), r.metadata()).equals(key)
                                      ? rule(r, path)
                                      : r)
                          .collect(toImmutableList()))
                  .build();
          default ->
              mesh.toBuilder()
                  .sidecars(
                      mesh.sidecars().stream()
                          .map(
                              s ->
                                  ConfigKey.of(key.kind(), s.metadata()).equals(key)
                                      ? listener(s, path)
                                      : s)
                          .collect(toImmutableList()))
                  .build();
        };
    // The port of a listener that is not there still decides which clusters its rules bring along,
    // and which routes other listeners have on that port.
    return !changed.equals(mesh)
        && (key.kind().equals("Sidecar")
            ? translated.areSameFor(changed, List.of(ResourceKind.LISTENERS))
            : translated.areSameFor(changed));
  }

  private static VirtualService match(VirtualService value, FindingPath path) {
    int rule = path.indexes().get(0);
    int match = path.indexes().get(1);
    return switch (path.fields().get(0)) {
      case "http" ->
          value.toBuilder()
              .http(
                  with(
                      value.http(),
                      rule,
                      r ->
                          r.toBuilder()
                              .match(
                                  with(
                                      r.match(), match, m -> m.toBuilder().port(OF_NOBODY).build()))
                              .build()))
              .build();
      case "tls" ->
          value.toBuilder()
              .tls(
                  with(
                      value.tls(),
                      rule,
                      r ->
                          r.toBuilder()
                              .match(
                                  with(
                                      r.match(), match, m -> m.toBuilder().port(OF_NOBODY).build()))
                              .build()))
              .build();
      default ->
          value.toBuilder()
              .tcp(
                  with(
                      value.tcp(),
                      rule,
                      r ->
                          r.toBuilder()
                              .match(
                                  with(
                                      r.match(), match, m -> m.toBuilder().port(OF_NOBODY).build()))
                              .build()))
              .build();
    };
  }

  private static DestinationRule rule(DestinationRule rule, FindingPath path) {
    List<Integer> at = path.indexes();
    return path.startsWith("subsets")
        ? rule.toBuilder()
            .subsets(with(rule.subsets(), at.get(0), subset -> subset(subset, at.get(1))))
            .build()
        : rule.toBuilder()
            .trafficPolicy(policy(rule.trafficPolicy().orElseThrow(), at.get(0)))
            .build();
  }

  private static Subset subset(Subset subset, int settings) {
    return subset.toBuilder()
        .trafficPolicy(policy(subset.trafficPolicy().orElseThrow(), settings))
        .build();
  }

  private static TrafficPolicy policy(TrafficPolicy policy, int settings) {
    List<PortTrafficPolicy> ports =
        with(policy.portLevelSettings(), settings, p -> p.toBuilder().port(OF_NOBODY).build());
    return policy.toBuilder().portLevelSettings(ports).build();
  }

  private static Sidecar listener(Sidecar sidecar, FindingPath path) {
    return sidecar.toBuilder()
        .egress(
            with(
                sidecar.egress(),
                path.indexes().get(0),
                listener ->
                    listener.toBuilder()
                        .port(listener.port().orElseThrow().toBuilder().number(OF_NOBODY).build())
                        .build()))
        .build();
  }

  private static <T> ImmutableList<T> with(List<T> all, int index, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(all);
    changed.set(index, change.apply(all.get(index)));
    return ImmutableList.copyOf(changed);
  }
}
