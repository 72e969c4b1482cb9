// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the HTTP rules of a VirtualService are translated for.
 *
 * @param scope the proxy and what it sees
 * @param virtualService the rules
 * @param gateway {@code namespace/name} of the Gateway, or {@code mesh} on sidecars
 * @param port the port of the service on sidecars, that of the server as written on gateways
 * @param tls whether the server has TLS settings, be it only to redirect to HTTPS
 * @param http3 whether responses tell clients that HTTP/3 is there too
 * @param services finds the service of a destination by its host
 * @param problems takes what cannot be translated
 * @param metadata names the VirtualService
 */
public record RouteContext(
    ProxyScope scope,
    VirtualService virtualService,
    String gateway,
    int port,
    boolean tls,
    boolean http3,
    Function<String, Optional<RoutedService>> services,
    ProblemSink problems,
    Metadata metadata) {

  /** A context with the metadata that all routes of the VirtualService have. */
  public static RouteContext of(
      ProxyScope scope,
      VirtualService virtualService,
      String gateway,
      int port,
      boolean tls,
      boolean http3,
      Function<String, Optional<RoutedService>> services,
      ProblemSink problems) {
    return new RouteContext(
        scope,
        virtualService,
        gateway,
        port,
        tls,
        http3,
        services,
        problems,
        IstioMetadata.config(ConfigKey.of("VirtualService", virtualService.metadata())));
  }

  /** Reports that a part of the rules has no translation. */
  void notTranslated(String path, String message) {
    problems.report(
        Problem.error(ProblemCode.NOT_TRANSLATED)
            .object(ConfigKey.of("VirtualService", virtualService.metadata()))
            .path(path)
            .message(message)
            .build());
  }
}
