// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.OptionalInt;

/**
 * A route configuration of a sidecar and where its virtual hosts come from.
 *
 * @param message the configuration
 * @param port the virtual hosts of its port
 * @param only the position of the only virtual host it has; absent if it has all
 */
record SidecarRouteConfiguration(
    RouteConfiguration message, PortVirtualHosts port, OptionalInt only) {

  /** The virtual host of a service, matching any host. */
  static VirtualHost forAllHosts(VirtualHost ofService) {
    return ofService.toBuilder().clearDomains().addDomains("*").build();
  }

  /** The configuration after a change; the same message if it is not affected. */
  SidecarRouteConfiguration with(PortVirtualHosts.Changed change) {
    RouteConfiguration.Builder next = message.toBuilder();
    boolean same = true;
    if (only.isPresent()) {
      VirtualHost changed = change.changed().get(only.getAsInt());
      if (changed != null) {
        next.setVirtualHosts(0, forAllHosts(changed));
        same = false;
      }
    } else if (message.getVirtualHostsCount() > 0) {
      change.changed().forEach(next::setVirtualHosts);
      same = change.changed().isEmpty();
    }
    return new SidecarRouteConfiguration(same ? message : next.build(), change.hosts(), only);
  }
}
