// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.DeclaredServer;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.Optional;

/**
 * HTTP rules that lead to ports declared as TLS, where no DestinationRule that a client may have
 * originates TLS: the requests arrive in plain text. Istio document: Destination Rule, {@code
 * ClientTLSSettings}.
 */
public final class PlainTextAnalysis {
  private final MeshIndex mesh;
  private final KnownHosts hosts;

  private PlainTextAnalysis(MeshIndex mesh, KnownHosts hosts) {
    this.mesh = mesh;
    this.hosts = hosts;
  }

  public static void run(
      MeshIndex mesh, KnownHosts hosts, ImmutableSet<String> namespaces, ProblemSink problems) {
    PlainTextAnalysis analysis = new PlainTextAnalysis(mesh, hosts);
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      ImmutableSet<String> viewers = Viewers.of(mesh, namespaces, virtualService);
      FindingPlace spec = FindingPlace.spec("VirtualService", virtualService.metadata(), problems);
      for (PlacedDestination placed : PlacedDestination.ofHttp(virtualService, spec)) {
        if (!placed.idle() && !isNeverUsed(virtualService, placed)) {
          analysis.check(virtualService, placed, Viewers.of(placed, viewers));
        }
      }
    }
  }

  /** Sidecars do not use HTTP rules for a service whose only port is this one. */
  private static boolean isNeverUsed(VirtualService virtualService, PlacedDestination placed) {
    return placed.destination().port().isEmpty()
        && virtualService.gateways().stream().allMatch(VirtualService.MESH_GATEWAY::equals)
        && virtualService.hosts().contains(placed.destination().host());
  }

  private void check(
      VirtualService virtualService, PlacedDestination placed, ImmutableSet<String> clients) {
    ImmutableList<LedPort> led = ledPorts(virtualService, placed.destination());
    if (led.isEmpty()
        || led.stream().anyMatch(port -> !port.port().protocol().isTls())
        || led.stream().anyMatch(port -> isPlainGateway(port) || mayBeTls(port, placed, clients))) {
      return;
    }
    LedPort first = led.get(0);
    placed
        .place()
        .at(placed.destination().port().isPresent() ? "port.number" : "host")
        .warn(
            ProblemCode.PLAIN_TEXT_TO_TLS,
            "port: "
                + first.port().number()
                + " of "
                + first.service().hostname()
                + " takes "
                + first.port().protocol().displayName()
                + " and gets plain text (expected: a DestinationRule with tls.mode SIMPLE for it,"
                + " or another port)");
  }

  /** Without a port, rules of a gateway lead to the port of its servers, if all have the same. */
  private ImmutableList<LedPort> ledPorts(VirtualService virtualService, Destination destination) {
    ImmutableList<LedPort> certain = LedPort.certain(hosts, destination);
    if (!certain.isEmpty()
        || virtualService.gateways().isEmpty()
        || virtualService.gateways().contains(VirtualService.MESH_GATEWAY)) {
      return certain;
    }
    ImmutableSet<Integer> ports =
        mesh.gateways().all().stream()
            .flatMap(gateway -> DeclaredServer.of(gateway).stream())
            .filter(server -> virtualService.gateways().contains(server.gatewayName()))
            .filter(server -> server.isPlainHttp() || server.terminatesHttps())
            .filter(server -> GatewayHosts.accepts(server, virtualService))
            .map(DeclaredServer::port)
            .collect(toImmutableSet());
    return ports.size() == 1
        ? LedPort.certain(
            hosts, destination.toBuilder().port(ports.iterator().next().intValue()).build())
        : ImmutableList.of();
  }

  /**
   * Whether it is the port of a gateway that accepts plain text there in spite of the port's name.
   */
  private boolean isPlainGateway(LedPort led) {
    return !led.service().selector().isEmpty()
        && mesh.gateways().all().stream()
            .filter(g -> LabelSelectors.selects(g.selector(), led.service().selector()))
            .flatMap(gateway -> DeclaredServer.of(gateway).stream())
            .anyMatch(s -> s.port() == led.port().number() && s.isPlaintext());
  }

  private boolean mayBeTls(LedPort led, PlacedDestination placed, ImmutableSet<String> clients) {
    Service service = led.service();
    return clients.stream()
        .flatMap(namespace -> mesh.destinationRules().possible(namespace, service).stream())
        .anyMatch(
            merged ->
                tls(merged.rule(), placed.destination().subset().orElse(""), led.port().number())
                    .filter(tls -> tls.mode() != ClientTlsMode.DISABLE)
                    .isPresent());
  }

  private static Optional<ClientTls> tls(DestinationRule rule, String subset, int port) {
    Optional<TrafficPolicy> ofRule = TrafficPolicies.forPort(rule.trafficPolicy(), port);
    Optional<Subset> of = TrafficPolicies.subset(rule, subset);
    Optional<TrafficPolicy> policy =
        of.isPresent() ? TrafficPolicies.forSubset(ofRule, of.get(), port) : ofRule;
    return policy.flatMap(TrafficPolicy::tls);
  }
}
