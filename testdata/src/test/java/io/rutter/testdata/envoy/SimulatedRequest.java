// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.ClusterShare;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator foretells of a request, against what a real Envoy did with it.
 *
 * @param mode how the connection reaches the proxy
 * @param request the request
 */
record SimulatedRequest(CallMode mode, LoopbackRequest request) {
  /** The server does not know a client of the mesh from another: both show what it trusts. */
  private static final String ANY_CERTIFICATE = "any";

  /** The call that the request is. */
  Call call() {
    Call.Builder call =
        Call.builder()
            .mode(mode)
            .address(request.address())
            .port(request.port())
            .protocol(request.http() ? CallProtocol.HTTP : CallProtocol.TCP)
            .sourceAddress(request.source())
            .method(request.method())
            .host(request.host())
            .path(request.path());
    request.headers().forEach((name, value) -> call.header(name, value));
    request
        .tls()
        .ifPresent(
            tls ->
                call.tls(CallTls.TLS)
                    .mtlsSecret(ANY_CERTIFICATE)
                    .clientCertificate(tls.clientCertificate())
                    .sni(tls.serverName())
                    .alpn(tls.applicationProtocols()));
    return call.build();
  }

  /** How the reply differs from what was foretold; empty if it does not. */
  Optional<String> difference(CallResult foretold, Optional<Reply> reply) {
    if (foretold.error().isPresent()) {
      return ofError(foretold, reply);
    }
    if (reply.isEmpty()) {
      return isNowhere(foretold) && foretold.request().isEmpty()
          ? Optional.empty()
          : Optional.of("Envoy closed the connection");
    }
    if (foretold.redirect().isPresent()) {
      return differs(
          foretold.redirect().get().status() + " " + foretold.redirect().get().location(),
          reply.get().status() + " " + reply.get().header("location").orElse("nowhere"));
    }
    if (foretold.directResponse().isPresent()) {
      return differs(
          foretold.directResponse().get().status() + " " + foretold.directResponse().get().body(),
          reply.get().status() + " " + reply.get().body());
    }
    return ofClusters(foretold, reply.get());
  }

  private Optional<String> ofError(CallResult foretold, Optional<Reply> reply) {
    if (foretold.error().get() == CallError.PROTOCOL_ERROR && reply.isEmpty()) {
      return Optional.empty(); // Without a 400 before.
    }
    String expected =
        foretold.errorStatus().isPresent()
            ? String.valueOf(foretold.errorStatus().getAsInt())
            : foretold.error().equals(Optional.of(CallError.UNSUPPORTED))
                ? "nothing that the simulator knows"
                : "closed";
    return differs(expected, reply.map(r -> String.valueOf(r.status())).orElse("closed"));
  }

  private Optional<String> ofClusters(CallResult foretold, Reply reply) {
    List<String> clusters = foretold.clusters().stream().map(ClusterShare::cluster).toList();
    if (reply.cluster().isEmpty()) {
      return reply.status() == 503 && isNowhere(foretold)
          ? Optional.empty()
          : Optional.of("expected: " + clusters + ", Envoy: " + reply.status());
    }
    if (!clusters.contains(reply.cluster().get())) {
      return Optional.of("expected: " + clusters + ", Envoy: " + reply.cluster().get());
    }
    return foretold.request().isPresent() && reply.status() == 200
        ? ForwardedRequest.difference(request, foretold, reply)
        : Optional.empty();
  }

  /** Whether a cluster is missing or refuses connections: 503; TCP is closed. */
  private static boolean isNowhere(CallResult foretold) {
    return foretold.clusters().stream()
        .anyMatch(c -> !c.known() || c.cluster().equals(LoopbackBootstrap.BLACK_HOLE));
  }

  private static Optional<String> differs(String expected, String actual) {
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("expected: " + expected + ", Envoy: " + actual);
  }
}
