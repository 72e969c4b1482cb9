// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.ObjectMeta;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link VirtualService} and its routes for TLS and TCP. */
public final class VirtualServiceReader {
  private VirtualServiceReader() {}

  /** Reads the spec. */
  public static VirtualService virtualService(ObjectMeta metadata, ObjectNode in) {
    return VirtualService.builder()
        .metadata(metadata)
        .hosts(in.strings("hosts"))
        .gateways(in.strings("gateways"))
        .http(in.objects("http", HttpRouteReader::httpRoute))
        .tls(in.objects("tls", VirtualServiceReader::tlsRoute))
        .tcp(in.objects("tcp", VirtualServiceReader::tcpRoute))
        .exportTo(in.strings("exportTo"))
        .build();
  }

  /** Istio: {@code TLSRoute}. */
  private static TlsRoute tlsRoute(ObjectNode in) {
    return TlsRoute.builder()
        .match(in.objects("match", RouteMatchReader::tlsMatch))
        .route(in.objects("route", DestinationReader::routeDestination))
        .build();
  }

  /** Istio: {@code TCPRoute}. */
  private static TcpRoute tcpRoute(ObjectNode in) {
    return TcpRoute.builder()
        .match(in.objects("match", RouteMatchReader::tcpMatch))
        .route(in.objects("route", DestinationReader::routeDestination))
        .build();
  }
}
