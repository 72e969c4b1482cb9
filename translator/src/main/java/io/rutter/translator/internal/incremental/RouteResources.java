// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.sidecar.SidecarRoutes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Route configurations of sidecars, by name, with what they were made from.
 *
 * @param routes what they were made from
 * @param configurations the configurations
 */
record RouteResources(SidecarRoutes routes, ResourceList<RouteConfiguration> configurations) {

  /**
   * Makes the configurations that the earlier ones lack.
   *
   * @param scope what such proxies see
   * @param names names of the configurations
   * @param earlier configurations of the same proxies, from this mesh or another
   */
  static RouteResources of(
      ProxyScope scope, ImmutableSortedSet<String> names, Optional<RouteResources> earlier) {
    Optional<SidecarRoutes> changed = earlier.flatMap(known -> known.routes.changed(scope, names));
    if (changed.isEmpty()) {
      SidecarRoutes made = SidecarRoutes.of(scope, names);
      return new RouteResources(
          made, ResourceList.ofMessages(made.configurations(), RouteConfiguration::getName));
    }
    if (changed.get().hasSameConfigurations(earlier.orElseThrow().routes)) {
      return new RouteResources(changed.get(), earlier.orElseThrow().configurations);
    }
    Map<String, Resource<RouteConfiguration>> before =
        earlier.orElseThrow().configurations.byName();
    return new RouteResources(
        changed.get(),
        ResourceList.of(
            changed.get().configurations().stream()
                .map(now -> after(now, before.get(now.getName())))
                .toList(),
            RouteConfiguration::getName));
  }

  @SuppressWarnings("ReferenceEquality") // Unchanged configurations are the same objects.
  private static Resource<RouteConfiguration> after(
      RouteConfiguration now, @Nullable Resource<RouteConfiguration> before) {
    if (before == null) {
      return Resource.of(now);
    }
    return now == before.message() ? before : Resource.after(now, before);
  }
}
