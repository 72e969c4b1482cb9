// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TlsRoute} (Istio: {@code TLSRoute}). */
public final class TlsRouteReader {
  private TlsRouteReader() {}

  /** Reads the fields of the object. */
  public static TlsRoute read(ObjectNode in) {
    TlsRoute.Builder tlsRoute = TlsRoute.builder();
    tlsRoute.match(in.objects("match", TlsMatchReader::read));
    tlsRoute.route(in.objects("route", RouteDestinationReader::read));
    return tlsRoute.build();
  }
}
