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
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the HTTP rules of a VirtualService are translated for.
 *
 * @param scope the proxy and what it sees
 * @param virtualService the rules
 * @param gateway {@code namespace/name} of the Gateway, or {@code mesh} on sidecars
 * @param port the port of the service on sidecars, or of the server as written on gateways
 * @param tls whether the server has TLS settings, even if only to redirect to HTTPS
 * @param http3 whether responses advertise HTTP/3
 * @param services finds the service of a destination by its host
 * @param problems receives what cannot be translated
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

  /** The context of a sidecar, for the rules that apply to clients in the mesh. */
  public static RouteContext forSidecar(
      ProxyScope scope,
      VirtualService virtualService,
      int port,
      Function<String, Optional<RoutedService>> services,
      ProblemSink problems) {
    return new RouteContext(
        scope,
        virtualService,
        VirtualService.MESH_GATEWAY,
        port,
        false,
        false,
        services,
        problems,
        metadata(virtualService));
  }

  /** The context of a server of a gateway. */
  public static RouteContext forGateway(
      ProxyScope scope,
      VirtualService virtualService,
      MergedServer server,
      boolean http3,
      Function<String, Optional<RoutedService>> services,
      ProblemSink problems) {
    return new RouteContext(
        scope,
        virtualService,
        server.gatewayName(),
        server.declaredPort(),
        server.server().tls().isPresent(),
        http3,
        services,
        problems,
        metadata(virtualService));
  }

  /** The metadata that all routes of a VirtualService have. */
  private static Metadata metadata(VirtualService virtualService) {
    return IstioMetadata.config(ConfigKey.of("VirtualService", virtualService.metadata()));
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
