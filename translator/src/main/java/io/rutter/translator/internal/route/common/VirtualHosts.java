// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.common;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.mesh.proxyconfig.OptOutHeader;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * What all {@code VirtualHost}s have in common. Istio document: ProxyConfig, {@code
 * ProxyHeaders.attemptCount}.
 */
public final class VirtualHosts {
  private VirtualHosts() {}

  public static VirtualHost of(
      ProxyScope scope, String name, Iterable<String> domains, ImmutableList<Route> routes) {
    return builder(includesAttemptCount(scope), name, domains, routes).build();
  }

  /**
   * A builder, for callers that already know whether attempts are counted.
   *
   * @param attemptCount see {@link #includesAttemptCount(ProxyScope)}
   */
  public static VirtualHost.Builder builder(
      boolean attemptCount, String name, Iterable<String> domains, ImmutableList<Route> routes) {
    return VirtualHost.newBuilder()
        .setName(name)
        .addAllDomains(domains)
        .addAllRoutes(routes)
        .setIncludeRequestAttemptCount(attemptCount);
  }

  /**
   * Whether requests carry their attempt number in {@code X-Envoy-Attempt-Count}. Default: true.
   */
  public static boolean includesAttemptCount(ProxyScope scope) {
    return !ProxyConfigs.of(scope)
        .proxyHeaders()
        .flatMap(ProxyHeaders::attemptCount)
        .flatMap(OptOutHeader::disabled)
        .orElse(false);
  }
}
