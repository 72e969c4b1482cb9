// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;

/**
 * A route configuration of a sidecar and where its virtual hosts come from.
 *
 * @param message the configuration
 * @param port the virtual hosts of its port
 * @param content which of these it has
 */
record SidecarRouteConfiguration(
    RouteConfiguration message, PortVirtualHosts port, Content content) {

  /** Which virtual hosts a configuration has. */
  enum Content {
    /** All of its port, and one that catches all other hosts. */
    ALL,
    /** At most one, for a service whose protocol is detected. */
    ONE_SERVICE,
    /** None: nothing is known of its name. */
    NONE
  }

  /** The virtual host of a service, matching any host. */
  static VirtualHost forAllHosts(VirtualHost ofService) {
    return ofService.toBuilder().clearDomains().addDomains("*").build();
  }

  /** A configuration of all virtual hosts, after these have changed. */
  SidecarRouteConfiguration withAll(PortVirtualHosts now) {
    ImmutableList<VirtualHost> before = port.hosts();
    if (before.equals(now.hosts())) {
      return new SidecarRouteConfiguration(message, now, content);
    }
    RouteConfiguration.Builder next = message.toBuilder().clearVirtualHosts();
    next.addAllVirtualHosts(now.hosts())
        .addAllVirtualHosts(Iterables.skip(message.getVirtualHostsList(), before.size()));
    return new SidecarRouteConfiguration(next.build(), now, content);
  }
}
