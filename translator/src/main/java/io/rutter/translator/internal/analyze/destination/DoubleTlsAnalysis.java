// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.analyze.rule.ClientCredentialAnalysis;
import io.rutter.translator.internal.analyze.rule.RuleClients;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.settings.ClientSecrets;
import java.util.Optional;

/**
 * DestinationRules that originate TLS on ports where the port's protocol says that clients
 * originate it themselves: one TLS is wrapped in the other, and no server accepts that. Istio
 * document: Traffic Management Problems, Double TLS.
 *
 * <p>Not reported where plain text may arrive as well: by HTTP or TCP rules that lead to the port,
 * or by Sidecar listeners with a port of another protocol; where a secret is used, which sidecars
 * ignore; and where sidecars behind the service terminate the outer TLS.
 */
public final class DoubleTlsAnalysis {
  private static final String KIND = "DestinationRule";

  private final MeshIndex mesh;
  private final KnownHosts hosts;
  private final RuleClients clients;
  private final DestinationRule rule;

  private DoubleTlsAnalysis(
      MeshIndex mesh, KnownHosts hosts, RuleClients clients, DestinationRule rule) {
    this.mesh = mesh;
    this.hosts = hosts;
    this.clients = clients;
    this.rule = rule;
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
      if (rule.workloadSelector().isEmpty() && rule.trafficPolicy().isPresent()) {
        new DoubleTlsAnalysis(mesh, hosts, clients, rule)
            .check(
                rule.trafficPolicy().get(),
                FindingPlace.spec(KIND, rule.metadata(), problems).at("trafficPolicy"));
      }
    }
  }

  private static boolean takesPlainText(SidecarPort port) {
    return !port.protocol().orElse(Protocol.UNSUPPORTED).isTls();
  }

  private void check(TrafficPolicy policy, FindingPlace place) {
    policy.tls().filter(DoubleTlsAnalysis::begins).ifPresent(tls -> check(policy, -1, tls, place));
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      Optional<ClientTls> tls = policy.portLevelSettings().get(i).tls();
      if (tls.filter(DoubleTlsAnalysis::begins).isPresent()) {
        check(policy, i, tls.get(), place.at("portLevelSettings").at(i));
      }
    }
  }

  private static boolean begins(ClientTls tls) {
    return (tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL)
        && !ClientSecrets.areNeeded(tls);
  }

  /**
   * Checks the ports that the settings apply to; the finding names the first one.
   *
   * @param settings the index of the settings for one port, or -1 for the settings of all other
   *     ports
   */
  private void check(TrafficPolicy policy, int settings, ClientTls tls, FindingPlace place) {
    for (Service service : clients.servicesOf(rule)) {
      for (ServicePort port : service.ports()) {
        if (port.protocol().isTls()
            && settingsOf(policy, port) == settings
            && isWrapped(service, port)) {
          place
              .at("tls.mode")
              .warn(
                  ProblemCode.DOUBLE_TLS,
                  "mode: "
                      + tls.mode()
                      + ", while clients of "
                      + service.hostname()
                      + ":"
                      + port.number()
                      + " send "
                      + port.protocol().displayName()
                      + " already (expected: DISABLE for this port, or protocol HTTP)");
          return;
        }
      }
    }
  }

  private static int settingsOf(TrafficPolicy policy, ServicePort port) {
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      if (policy.portLevelSettings().get(i).port().orElse(0) == port.number()) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWrapped(Service service, ServicePort port) {
    return counts(service)
        && mesh.endpoints().endpoints(service).stream()
            .noneMatch(endpoint -> endpoint.tlsMode() == EndpointTlsMode.ISTIO)
        && mesh.virtualServices().declared().stream()
            .noneMatch(virtualService -> bringsPlainText(virtualService, service, port))
        && bringsTls(service, port);
  }

  /** Whether sidecars have the policy for the service, from this rule and no other. */
  private boolean counts(Service service) {
    ConfigKey key = ConfigKey.of(KIND, rule.metadata());
    return ClientCredentialAnalysis.mayConcernSidecars(mesh, clients, rule)
        && clients.of(service).stream()
            .filter(namespace -> mesh.services().isVisible(service, namespace))
            .flatMap(namespace -> mesh.destinationRules().possible(namespace, service).stream())
            .anyMatch(
                merged ->
                    merged.from().contains(key)
                        && merged.rule().trafficPolicy().equals(rule.trafficPolicy()));
  }

  private boolean bringsPlainText(
      VirtualService virtualService, Service service, ServicePort port) {
    FindingPlace spec =
        FindingPlace.spec("VirtualService", virtualService.metadata(), ignored -> {});
    return leadTo(PlacedDestination.ofHttp(virtualService, spec), service, port)
        || leadTo(PlacedDestination.ofTcp(virtualService, spec), service, port);
  }

  /** Without rules for its host, connections go to the service itself. */
  private boolean bringsTls(Service service, ServicePort port) {
    ImmutableList<VirtualService> rules =
        mesh.virtualServices().declared().stream()
            .filter(virtualService -> !virtualService.tls().isEmpty())
            .collect(toImmutableList());
    return rules.stream()
            .noneMatch(
                virtualService ->
                    virtualService.hosts().stream()
                        .anyMatch(host -> HostMatching.overlap(host, service.hostname())))
        || rules.stream()
            .anyMatch(
                virtualService ->
                    leadTo(
                        PlacedDestination.ofTls(
                            virtualService,
                            FindingPlace.spec(
                                "VirtualService", virtualService.metadata(), ignored -> {})),
                        service,
                        port));
  }

  private boolean leadTo(
      ImmutableList<PlacedDestination> destinations, Service service, ServicePort port) {
    return destinations.stream()
        .flatMap(placed -> LedPort.possible(hosts, placed.destination()).stream())
        .anyMatch(
            led ->
                led.service().hostname().equals(service.hostname())
                    && led.port().number() == port.number());
  }
}
