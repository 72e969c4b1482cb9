// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;

/**
 * Makes the {@link Gateway} of an {@link Ingress}: HTTP for all hosts on port 80, and HTTPS on port
 * 443 for each certificate. Istio documents: Kubernetes Ingress; MeshConfig, {@code
 * ingressSelector} and {@code ingressService}.
 */
final class IngressGatewayConversion {
  private static final String DEFAULT_SERVICE = "istio-ingressgateway";
  private static final String DEFAULT_LABEL = "ingressgateway";
  private static final ImmutableList<String> ALL = ImmutableList.of("*");

  private IngressGatewayConversion() {}

  /** The gateway. */
  static Gateway convert(Ingress ingress, MeshConfig mesh, ProblemSink sink) {
    return Gateway.builder()
        .metadata(IngressNames.gateway(ingress.metadata()))
        .selector(selector(mesh))
        .servers(servers(ingress, sink))
        .build();
  }

  /** The label of the proxies; a service has the name of its pods' label unless it is the usual. */
  private static ImmutableMap<String, String> selector(MeshConfig mesh) {
    String label =
        mesh.ingressSelector()
            .or(() -> mesh.ingressService().filter(service -> !service.equals(DEFAULT_SERVICE)))
            .orElse(DEFAULT_LABEL);
    return ImmutableMap.of("istio", label);
  }

  private static ImmutableList<GatewayServer> servers(Ingress ingress, ProblemSink sink) {
    ImmutableList.Builder<GatewayServer> servers = ImmutableList.builder();
    String of = "-ingress-" + ingress.metadata().name() + "-" + ingress.metadata().namespace();
    for (int i = 0; i < ingress.tls().size(); i++) {
      Ingress.Tls tls = ingress.tls().get(i);
      if (tls.secretName().isEmpty()) {
        sink.report(
            Problem.warning(ProblemCode.MISSING_FIELD)
                .object(ConfigKey.of("Ingress", ingress.metadata()))
                .path("spec.tls[" + i + "]")
                .message("no secretName, it is left out (expected: the name of a Secret)")
                .build());
      } else {
        servers.add(https(tls, "https-443" + of + "-" + i));
      }
    }
    return servers
        .add(
            GatewayServer.builder()
                .port(port(80, Protocol.HTTP, "http-80" + of))
                .hosts(ALL)
                .build())
        .build();
  }

  private static GatewayServer https(Ingress.Tls tls, String name) {
    return GatewayServer.builder()
        .port(port(443, Protocol.HTTPS, name))
        .hosts(tls.hosts().isEmpty() ? ALL : tls.hosts())
        .tls(ServerTls.builder().mode(TlsMode.SIMPLE).credentialName(tls.secretName()).build())
        .build();
  }

  private static GatewayPort port(int number, Protocol protocol, String name) {
    return GatewayPort.builder().number(number).protocol(protocol).name(name).build();
  }
}
