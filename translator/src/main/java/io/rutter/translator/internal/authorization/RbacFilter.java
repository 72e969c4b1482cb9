// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.translator.internal.origin.Origins;
import java.util.Optional;

/**
 * A filter that decides by rules, for requests or for connections. Envoy documents: Role Based
 * Access Control (RBAC) filter, for HTTP and for networks.
 *
 * @param rules what is decided by; absent if nothing is
 * @param shadowRules what is only noted, for a dry run or for a later filter; absent if nothing is
 * @param shadowStatPrefix what the names of such notes begin with
 */
record RbacFilter(Optional<RBAC> rules, Optional<RBAC> shadowRules, String shadowStatPrefix) {
  static final String HTTP_NAME = "envoy.filters.http.rbac";
  static final String NETWORK_NAME = "envoy.filters.network.rbac";

  /** What the statistics of filters for connections begin with. */
  static final String STAT_PREFIX = "tcp.";

  /** The filter of a connection manager. */
  HttpFilter http(Origins origins) {
    io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.Builder config =
        io.envoyproxy
            .envoy
            .extensions
            .filters
            .http
            .rbac
            .v3
            .RBAC
            .newBuilder()
            .setShadowRulesStatPrefix(shadowStatPrefix);
    rules.ifPresent(config::setRules);
    shadowRules.ifPresent(config::setShadowRules);
    return HttpFilter.newBuilder()
        .setName(HTTP_NAME)
        .setTypedConfig(origins.pack(config.build()))
        .build();
  }

  /** The filter of a chain that forwards connections. */
  Filter tcp(Origins origins) {
    io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.Builder config =
        io.envoyproxy
            .envoy
            .extensions
            .filters
            .network
            .rbac
            .v3
            .RBAC
            .newBuilder()
            .setStatPrefix(STAT_PREFIX)
            .setShadowRulesStatPrefix(shadowStatPrefix);
    rules.ifPresent(config::setRules);
    shadowRules.ifPresent(config::setShadowRules);
    return Filter.newBuilder()
        .setName(NETWORK_NAME)
        .setTypedConfig(origins.pack(config.build()))
        .build();
  }
}
