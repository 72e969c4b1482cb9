// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions.RouteSource;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP connection managers of one proxy. Many differ only in stat prefix and route name, so the
 * rest is made once. For use by one thread.
 */
public final class HttpConnectionManagers {
  private final ProxyScope scope;
  private final Map<Shared, HttpConnectionManager> known = new HashMap<>();

  /** The options that determine everything but stat prefix and routes. */
  private record Shared(
      ListenerClass listenerClass,
      Protocol protocol,
      HttpConnectionManagerOptions.Codec codec,
      boolean absoluteUrls) {
    HttpConnectionManagerOptions options() {
      return HttpConnectionManagerOptions.builder(listenerClass)
          .statPrefix("")
          .rds("")
          .protocol(protocol)
          .codec(codec)
          .absoluteUrls(absoluteUrls)
          .build();
    }
  }

  /** Connection managers of a proxy. */
  public HttpConnectionManagers(ProxyScope scope) {
    this.scope = scope;
  }

  /**
   * The connection manager for these options, equal to that of {@link
   * HttpConnectionManagerTranslator}.
   */
  public HttpConnectionManager of(HttpConnectionManagerOptions options) {
    boolean ofService = options.service().filter(DynamicForwardProxyFilters::applies).isPresent();
    if (ofService) {
      return HttpConnectionManagerTranslator.translate(scope, options);
    }
    HttpConnectionManager shared =
        known.computeIfAbsent(
            new Shared(
                options.listenerClass(),
                options.protocol(),
                options.codec(),
                options.absoluteUrls()),
            kind -> HttpConnectionManagerTranslator.translate(scope, kind.options()));
    HttpConnectionManager.Builder manager = shared.toBuilder().setStatPrefix(options.statPrefix());
    if (options.routes() instanceof RouteSource.Rds rds) {
      manager.getRdsBuilder().setRouteConfigName(rds.name());
    } else if (options.routes() instanceof RouteSource.Inline inline) {
      manager.setRouteConfig(inline.configuration());
    }
    HttpConnectionManager made = manager.build();
    scope.origins().pass(shared, made);
    return made;
  }
}
