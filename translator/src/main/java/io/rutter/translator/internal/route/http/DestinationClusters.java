// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.naming.ClusterNames;
import java.util.Optional;

/**
 * {@link Destination} to the name of a cluster; whether that cluster exists is not checked. Istio
 * document: Virtual Service, {@code Destination}.
 *
 * <p>The port defaults to the service's only port, else to the port that the request came in on. A
 * service that is an alias is replaced by the host it stands for.
 */
public final class DestinationClusters {
  private DestinationClusters() {}

  public static String of(Destination destination, RouteContext context) {
    return of(destination, context.services().apply(destination.host()), context.port());
  }

  /**
   * The cluster name, for callers that found the service already.
   *
   * @param port the port that requests come in on
   */
  public static String of(Destination destination, Optional<RoutedService> service, int port) {
    return ClusterNames.outbound(
        destination.port().orElseGet(() -> defaultPort(service, port)),
        destination.subset().orElse(""),
        service.flatMap(s -> s.service().aliasOf()).orElse(destination.host()));
  }

  private static int defaultPort(Optional<RoutedService> service, int port) {
    return service
        .filter(s -> s.ports().size() == 1)
        .map(s -> s.ports().get(0).number())
        .orElse(port);
  }
}
