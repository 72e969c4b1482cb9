// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import io.rutter.model.registry.Service;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the services that the VirtualServices of a gateway send requests to: the service of the
 * VirtualService's namespace if the gateway may see it, else one that it sees. Results are cached
 * by namespace, because many VirtualServices name the same service.
 */
public final class GatewayServices {
  private final ProxyScope scope;
  private final Map<String, Function<String, Optional<RoutedService>>> byNamespace =
      new HashMap<>();

  public GatewayServices(ProxyScope scope) {
    this.scope = scope;
  }

  /** Finds services by host, for the VirtualServices of a namespace. */
  Function<String, Optional<RoutedService>> ofNamespace(String namespace) {
    return byNamespace.computeIfAbsent(namespace, this::remembering);
  }

  private Function<String, Optional<RoutedService>> remembering(String namespace) {
    Map<String, Optional<RoutedService>> known = new HashMap<>();
    return host -> known.computeIfAbsent(host, name -> find(namespace, name));
  }

  private Optional<RoutedService> find(String namespace, String host) {
    ServiceIndex services = scope.mesh().services();
    Optional<Service> own =
        services
            .find(namespace, host)
            .filter(found -> services.isVisible(found, scope.proxy().namespace()));
    return own.or(() -> scope.sidecar().service(host)).map(RoutedService::of);
  }
}
