// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.common;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.List;

/**
 * What all {@code RouteConfiguration}s have in common: clusters need not exist, ports in the host
 * header are ignored, and direct responses may be as long as validation allows.
 */
public final class RouteConfigurations {
  private static final int MAX_DIRECT_RESPONSE_BYTES = 1 << 20;

  private RouteConfigurations() {}

  public static RouteConfiguration of(String name, List<VirtualHost> virtualHosts) {
    return named(name)
        .addAllVirtualHosts(virtualHosts)
        .setMaxDirectResponseBodySizeBytes(Wrappers.uint32(MAX_DIRECT_RESPONSE_BYTES))
        .setIgnorePortInHostMatching(true)
        .build();
  }

  /** A configuration without virtual hosts, for an unknown name; every request gets a 404. */
  public static RouteConfiguration empty(String name) {
    return named(name).build();
  }

  private static RouteConfiguration.Builder named(String name) {
    return RouteConfiguration.newBuilder().setName(name).setValidateClusters(Wrappers.FALSE);
  }
}
