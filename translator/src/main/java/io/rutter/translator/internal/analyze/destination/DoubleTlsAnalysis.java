// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.analyze.rule.RuleClients;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.DeclaredServer;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import io.rutter.translator.internal.resolve.settings.ClientSecrets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DestinationRules that originate TLS, for a host or a subset, on ports where the port's protocol
 * says that clients originate it themselves: one TLS is wrapped in the other, and no server accepts
 * that. Istio document: Traffic Management Problems, Double TLS.
 *
 * <p>Not reported where plain text may arrive under the same settings as well: by HTTP or TCP rules
 * that lead to the port, or by Sidecar listeners with a port of another protocol; where a secret is
 * used, which sidecars ignore; and where sidecars behind the service terminate the outer TLS.
 */
public final class DoubleTlsAnalysis {
  private static final String KIND = "DestinationRule";

  private final MeshIndex mesh;
  private final KnownHosts hosts;
  private final RuleClients clients;
  private final DestinationRule rule;
  private final boolean ofSidecars;
  private final boolean ofGateways;

  private DoubleTlsAnalysis(
      MeshIndex mesh, KnownHosts hosts, RuleClients clients, DestinationRule rule) {
    this.mesh = mesh;
    this.hosts = hosts;
    this.clients = clients;
    this.rule = rule;
    this.ofSidecars = clients.mayConcern(ProxyType.SIDECAR, rule);
    this.ofGateways = clients.mayConcern(ProxyType.GATEWAY, rule);
  }

  public static void run(
      MeshIndex mesh, KnownHosts hosts, RuleClients clients, ProblemSink problems) {
    if (mesh.snapshot().sidecars().stream()
        .flatMap(sidecar -> sidecar.egress().stream())
        .flatMap(listener -> listener.port().stream())
        .anyMatch(DoubleTlsAnalysis::takesPlainText)) {
      return;
    }
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      if (rule.workloadSelector().isEmpty() && mayBegin(rule)) {
        new DoubleTlsAnalysis(mesh, hosts, clients, rule)
            .check(FindingPlace.spec(KIND, rule.metadata(), problems));
      }
    }
  }

  private static boolean takesPlainText(SidecarPort port) {
    return !port.protocol().orElse(Protocol.UNSUPPORTED).isTls();
  }

  private static boolean mayBegin(DestinationRule rule) {
    return TrafficPolicies.all(rule)
        .flatMap(
            policy ->
                Stream.concat(
                    policy.tls().stream(),
                    policy.portLevelSettings().stream().flatMap(port -> port.tls().stream())))
        .anyMatch(DoubleTlsAnalysis::begins);
  }

  private static boolean begins(ClientTls tls) {
    return (tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL)
        && !ClientSecrets.areNeeded(tls);
  }

  /** Of each place with settings, the finding names the first port that they spoil. */
  private void check(FindingPlace spec) {
    Set<PlacedTls> reported = new HashSet<>();
    for (Service service : clients.servicesOf(rule)) {
      for (ServicePort port : service.ports()) {
        if (port.protocol().isTls() && noSidecarUnwraps(service)) {
          Stream.concat(
                  Stream.of(""), rule.subsets().stream().map(subset -> subset.name()).distinct())
              .flatMap(subset -> wrapping(service, port, subset).stream())
              .filter(reported::add)
              .forEach(tls -> report(service, port, tls, spec));
        }
      }
    }
  }

  private static void report(Service service, ServicePort port, PlacedTls tls, FindingPlace spec) {
    spec.at(tls.path())
        .at("tls.mode")
        .warn(
            ProblemCode.DOUBLE_TLS,
            "mode: "
                + tls.tls().mode()
                + ", while clients of "
                + service.hostname()
                + ":"
                + port.number()
                + " send "
                + port.protocol().displayName()
                + " already (expected: DISABLE for this port, or protocol HTTP)");
  }

  private boolean noSidecarUnwraps(Service service) {
    return mesh.endpoints().endpoints(service).stream()
        .noneMatch(endpoint -> endpoint.tlsMode() == EndpointTlsMode.ISTIO);
  }

  /** The settings that begin TLS for the subset, if only TLS arrives under them. */
  private Optional<PlacedTls> wrapping(Service service, ServicePort port, String subset) {
    return PlacedTls.of(rule, subset, port.number())
        .filter(tls -> begins(tls.tls()))
        .filter(tls -> counts(service, subset))
        .filter(tls -> bringsTls(service, port, subset))
        .filter(
            tls ->
                mesh.virtualServices().declared().stream()
                    .noneMatch(rules -> bringsPlainText(rules, service, port, tls)));
  }

  /** Whether proxies have the settings for the service from this rule and no other. */
  private boolean counts(Service service, String subset) {
    ConfigKey key = ConfigKey.of(KIND, rule.metadata());
    return clients.of(service).stream()
        .filter(namespace -> mesh.services().isVisible(service, namespace))
        .flatMap(namespace -> mesh.destinationRules().possible(namespace, service).stream())
        .anyMatch(
            merged ->
                merged.from().contains(key)
                    && merged.rule().trafficPolicy().equals(rule.trafficPolicy())
                    && TrafficPolicies.subset(merged.rule(), subset)
                        .equals(TrafficPolicies.subset(rule, subset)));
  }

  private boolean bringsPlainText(
      VirtualService rules, Service service, ServicePort port, PlacedTls tls) {
    FindingPlace spec = place(rules);
    return Stream.concat(
            PlacedDestination.ofHttp(rules, spec).stream(),
            PlacedDestination.ofTcp(rules, spec).stream())
        .filter(placed -> leadsTo(placed, service, port))
        .anyMatch(
            placed -> PlacedTls.of(rule, subset(placed), port.number()).equals(Optional.of(tls)));
  }

  /**
   * Whether TLS comes in: sidecars send connections to the service itself if there are no rules for
   * its host, gateways if they pass TLS through.
   */
  private boolean bringsTls(Service service, ServicePort port, String subset) {
    return (ofSidecars && subset.isEmpty() && !isRedirected(service))
        || mesh.virtualServices().declared().stream()
            .filter(rules -> !rules.tls().isEmpty())
            .filter(rules -> (ofSidecars && isForSidecars(rules)) || (ofGateways && passes(rules)))
            .flatMap(rules -> PlacedDestination.ofTls(rules, place(rules)).stream())
            .filter(placed -> subset(placed).equals(subset))
            .anyMatch(placed -> leadsTo(placed, service, port));
  }

  private boolean isRedirected(Service service) {
    return mesh.virtualServices().declared().stream()
        .filter(rules -> !rules.tls().isEmpty() || !rules.tcp().isEmpty())
        .filter(DoubleTlsAnalysis::namesSidecars)
        .anyMatch(rules -> HostMatching.anyOverlap(rules.hosts(), hosts(service)));
  }

  private static boolean namesSidecars(VirtualService rules) {
    return rules.gateways().isEmpty() || rules.gateways().contains(VirtualService.MESH_GATEWAY);
  }

  private static ImmutableList<String> hosts(Service service) {
    return ImmutableList.of(service.hostname());
  }

  private boolean isForSidecars(VirtualService rules) {
    return namesSidecars(rules)
        && mesh.services().all().stream()
            .anyMatch(service -> HostMatching.anyOverlap(rules.hosts(), hosts(service)));
  }

  /** Whether a server that passes TLS through accepts the rules. */
  private boolean passes(VirtualService rules) {
    return mesh.gateways().all().stream()
        .flatMap(gateway -> DeclaredServer.of(gateway).stream())
        .filter(server -> rules.gateways().contains(server.gatewayName()))
        .filter(server -> server.isPassthrough() && !server.isAutoPassthrough())
        .anyMatch(server -> GatewayHosts.accepts(server, rules));
  }

  private static FindingPlace place(VirtualService rules) {
    return FindingPlace.spec("VirtualService", rules.metadata(), ignored -> {});
  }

  private static String subset(PlacedDestination placed) {
    return placed.destination().subset().orElse("");
  }

  private boolean leadsTo(PlacedDestination placed, Service service, ServicePort port) {
    return !placed.idle()
        && LedPort.possible(hosts, placed.destination()).stream()
            .anyMatch(
                led ->
                    led.service().hostname().equals(service.hostname())
                        && led.port().number() == port.number());
  }
}
