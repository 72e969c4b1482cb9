// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.Problem;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.http.ConsistentHashes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The route configurations of a sidecar, with what they were made from. */
public final class SidecarRoutes {
  private final ProxyScope scope;
  private final ImmutableSortedSet<String> names;
  private final ImmutableList<SidecarRouteConfiguration> configurations;
  private final ImmutableList<Problem> problems;

  private SidecarRoutes(
      ProxyScope scope,
      ImmutableSortedSet<String> names,
      ImmutableList<SidecarRouteConfiguration> configurations,
      ImmutableList<Problem> problems) {
    this.scope = scope;
    this.names = names;
    this.configurations = configurations;
    this.problems = problems;
  }

  /** One configuration per name. */
  public static SidecarRoutes of(ProxyScope scope, ImmutableSortedSet<String> names) {
    // Rules of a VirtualService are translated for many ports, with the same problems on each.
    Set<Problem> found = new LinkedHashSet<>();
    SidecarRouteConfigurationAssembler assembler =
        new SidecarRouteConfigurationAssembler(scope, found::add);
    return new SidecarRoutes(
        scope,
        names,
        names.stream().map(assembler::assemble).collect(toImmutableList()),
        ImmutableList.copyOf(found));
  }

  /** The names that listeners ask for. */
  public ImmutableSortedSet<String> names() {
    return names;
  }

  /** The configurations, in order of the names. */
  public ImmutableList<RouteConfiguration> configurations() {
    return configurations.stream()
        .map(SidecarRouteConfiguration::message)
        .collect(toImmutableList());
  }

  /** Whether all configurations are the same objects as earlier ones. */
  public boolean hasSameConfigurations(SidecarRoutes earlier) {
    return References.same((Object) configurations, earlier.configurations);
  }

  /** What could not be translated. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * The routes for the proxy's next scope, in which unchanged configurations are the same objects;
   * absent if more than services and the rules of VirtualServices changed.
   */
  public Optional<SidecarRoutes> changed(ProxyScope next, ImmutableSortedSet<String> nextNames) {
    if (!problems.isEmpty()
        || !scope.hasSameSurroundings(next)
        || !ConsistentHashes.areSame(scope, next)) {
      return Optional.empty();
    }
    if (References.same(scope.sidecar(), next.sidecar()) && names.equals(nextNames)) {
      return Optional.of(new SidecarRoutes(next, names, configurations, problems));
    }
    return scope
        .sidecar()
        .changedRules(next.sidecar())
        .flatMap(rules -> new ChangedRoutes(scope, next, rules).of(configurations, nextNames))
        .map(changed -> new SidecarRoutes(next, nextNames, changed, problems));
  }
}
