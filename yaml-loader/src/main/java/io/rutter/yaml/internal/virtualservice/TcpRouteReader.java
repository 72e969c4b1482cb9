// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TcpRoute} (Istio: {@code TCPRoute}). */
public final class TcpRouteReader {
  private TcpRouteReader() {}

  /** Reads the fields of the object. */
  public static TcpRoute read(ObjectNode in) {
    TcpRoute.Builder tcpRoute = TcpRoute.builder();
    tcpRoute.match(in.objects("match", TcpMatchReader::read));
    tcpRoute.route(in.objects("route", RouteDestinationReader::read));
    return tcpRoute.build();
  }
}
