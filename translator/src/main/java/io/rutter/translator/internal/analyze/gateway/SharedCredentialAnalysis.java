// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.KnownProxies;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ServiceTargets;
import io.rutter.translator.internal.resolve.gateway.GatewayIndex;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.gateway.ServerGroup;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.List;
import java.util.Optional;

/**
 * Servers of one listener that present the same certificate and have different hosts. HTTP/2
 * clients reuse a connection for every host of its certificate, but each server has routes of its
 * own: requests for the hosts of the other server are answered with 404. It makes no difference
 * whether both are in one Gateway. Istio document: Traffic Management Problems, 404 errors occur
 * when multiple gateways configured with same TLS certificate.
 *
 * <p>Not reported where clients present certificates: browsers then open a connection for each
 * host.
 */
public final class SharedCredentialAnalysis {
  private final MeshIndex mesh;
  private final ProblemSink problems;

  private SharedCredentialAnalysis(MeshIndex mesh, ProblemSink problems) {
    this.mesh = mesh;
    this.problems = problems;
  }

  public static void run(MeshIndex mesh, ImmutableSet<String> namespaces, ProblemSink problems) {
    ImmutableList<Gateway> gateways =
        mesh.gateways().all().stream()
            .filter(gateway -> !gateway.selector().isEmpty())
            .filter(gateway -> !GatewayIndex.isForServices(gateway))
            .collect(toImmutableList());
    SharedCredentialAnalysis analysis = new SharedCredentialAnalysis(mesh, problems);
    ImmutableList<Proxy> known =
        KnownProxies.of(mesh.snapshot(), ProxyType.GATEWAY).stream()
            .filter(proxy -> gateways.stream().anyMatch(gateway -> selects(gateway, proxy)))
            .collect(toImmutableList());
    if (!known.isEmpty()) {
      known.forEach(proxy -> analysis.check(proxy, ImmutableSet.of(proxy.namespace())));
      return;
    }
    // Every proxy of a Gateway is also selected by Gateways whose selector has a subset of its
    // labels.
    gateways.stream()
        .map(Gateway::selector)
        .distinct()
        .map(labels -> KnownProxies.proxy(ProxyType.GATEWAY, "", labels))
        .forEach(proxy -> analysis.check(proxy, namespaces));
  }

  private static boolean selects(Gateway gateway, Proxy proxy) {
    return LabelSelectors.selects(gateway.selector(), proxy.selectableLabels());
  }

  /**
   * Checks the servers of a proxy.
   *
   * @param within the namespaces that it may be in
   */
  private void check(Proxy proxy, ImmutableSet<String> within) {
    for (ServerGroup group :
        mesh.gateways().forProxy(proxy, ServiceTargets.of(mesh, proxy), dropped -> {}).groups()) {
      ListMultimap<ServerCertificate, RoutedServer> before = ArrayListMultimap.create();
      for (MergedServer server : group.servers()) {
        Optional<ServerCertificate> certificate = certificate(server);
        if (certificate.isPresent()) {
          RoutedServer routed = RoutedServer.of(mesh.virtualServices(), server, within);
          if (routed.isCalled()) {
            List<RoutedServer> same = before.get(certificate.get());
            checkAgainst(same, routed, certificate.get());
            same.add(routed);
          }
        }
      }
    }
  }

  /** Reports the server together with the first of the others that conflicts with it. */
  private void checkAgainst(
      List<RoutedServer> others, RoutedServer server, ServerCertificate certificate) {
    for (RoutedServer other : others) {
      if (check(other, server, certificate)) {
        return;
      }
    }
  }

  /** Reports the two if they conflict; says whether they do. */
  private boolean check(RoutedServer earlier, RoutedServer later, ServerCertificate certificate) {
    Optional<String> lost = earlier.lost(later);
    RoutedServer connected = earlier;
    if (lost.isEmpty()) {
      lost = later.lost(earlier);
      connected = later;
    }
    if (lost.isEmpty()) {
      return false;
    }
    report(
        later.server(),
        earlier.server(),
        certificate,
        connected.firstHost() + ", which has no routes for " + lost.get());
    return true;
  }

  private static Optional<ServerCertificate> certificate(MergedServer server) {
    return server.terminatesHttps()
        ? server.server().tls().flatMap(ServerCertificate::of)
        : Optional.empty();
  }

  private void report(
      MergedServer later, MergedServer earlier, ServerCertificate certificate, String lost) {
    FindingPlace.spec("Gateway", later.declared().gateway(), problems)
        .at("servers")
        .at(later.index())
        .at("tls")
        .at(certificate.field())
        .warn(
            ProblemCode.SHARED_CREDENTIAL,
            certificate.field()
                + ": "
                + String.join(", ", certificate.names())
                + " is also that of spec.servers["
                + earlier.index()
                + "] of "
                + earlier.gatewayKey()
                + ": HTTP/2 clients use one connection for both, and get 404 from the server of "
                + lost
                + " (expected: one server with the hosts of both)");
  }
}
