// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DestinationRules whose clients connect to sidecars in a way that no sidecar of the service
 * accepts: plain text where each PeerAuthentication is STRICT, Istio's mutual TLS where each is
 * DISABLE. Istio documents: Destination Rule, {@code ClientTLSSettings}; PeerAuthentication.
 *
 * <p>Not reported if one endpoint of the service has no sidecar or accepts such connections.
 */
public final class MutualTlsAnalysis {
  private static final String KIND = "DestinationRule";

  private final MeshIndex mesh;
  private final RuleClients clients;
  private final DestinationRule rule;

  private MutualTlsAnalysis(MeshIndex mesh, RuleClients clients, DestinationRule rule) {
    this.mesh = mesh;
    this.clients = clients;
    this.rule = rule;
  }

  public static void run(MeshIndex mesh, RuleClients clients, ProblemSink problems) {
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      if (rule.trafficPolicy().filter(MutualTlsAnalysis::speaksOfTls).isPresent()) {
        new MutualTlsAnalysis(mesh, clients, rule)
            .check(
                rule.trafficPolicy().get(),
                FindingPlace.spec(KIND, rule.metadata(), problems).at("trafficPolicy"));
      }
    }
  }

  private static boolean speaksOfTls(TrafficPolicy policy) {
    return policy.tls().isPresent()
        || policy.portLevelSettings().stream().anyMatch(settings -> settings.tls().isPresent());
  }

  private void check(TrafficPolicy policy, FindingPlace place) {
    for (Service service : clients.servicesOf(rule)) {
      if (service.meshExternal()) {
        continue;
      }
      for (ServicePort port : service.ports()) {
        Optional<Integer> ofPort = settingsOf(policy, port);
        Optional<ClientTls> tls =
            ofPort.isPresent() ? policy.portLevelSettings().get(ofPort.get()).tls() : policy.tls();
        FindingPlace settings =
            ofPort.map(index -> place.at("portLevelSettings").at(index)).orElse(place);
        if (tls.isPresent()) {
          check(tls.get().mode(), service, port, settings.at("tls.mode"));
        }
      }
    }
  }

  /** The index of the port-level settings of a port. */
  private static Optional<Integer> settingsOf(TrafficPolicy policy, ServicePort port) {
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      if (policy.portLevelSettings().get(i).port().orElse(0) == port.number()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Whether a client has the policy for the service, from this rule and no other. */
  private boolean counts(Service service) {
    ConfigKey key = ConfigKey.of(KIND, rule.metadata());
    return Stream.concat(Stream.of(key.namespace()), clients.of(service).stream())
        .flatMap(namespace -> mesh.destinationRules().possible(namespace, service).stream())
        .anyMatch(
            merged ->
                merged.from().contains(key)
                    && merged.rule().trafficPolicy().equals(rule.trafficPolicy()));
  }

  private void check(ClientTlsMode mode, Service service, ServicePort port, FindingPlace place) {
    ImmutableList<Endpoint> endpoints = mesh.endpoints().endpoints(service, port);
    String what = service.hostname() + ":" + port.number();
    if (sendsWithoutIdentity(mode) && all(endpoints, MutualTlsMode.STRICT) && counts(service)) {
      place.warn(
          ProblemCode.MUTUAL_TLS_CONFLICT,
          "mode: "
              + mode
              + ", while the sidecars of "
              + what
              + " refuse all but mutual TLS (expected: ISTIO_MUTUAL, or a PeerAuthentication that"
              + " is PERMISSIVE)");
    } else if (mode == ClientTlsMode.ISTIO_MUTUAL
        && all(endpoints, MutualTlsMode.DISABLE)
        && counts(service)) {
      place.warn(
          ProblemCode.MUTUAL_TLS_CONFLICT,
          "mode: ISTIO_MUTUAL, while the sidecars of "
              + what
              + " take no mutual TLS (expected: DISABLE, or a PeerAuthentication that is"
              + " PERMISSIVE)");
    }
  }

  private static boolean sendsWithoutIdentity(ClientTlsMode mode) {
    return mode == ClientTlsMode.DISABLE || mode == ClientTlsMode.SIMPLE;
  }

  /** Whether there are endpoints, all with a sidecar and that mode for their port. */
  private boolean all(ImmutableList<Endpoint> endpoints, MutualTlsMode mode) {
    return !endpoints.isEmpty()
        && endpoints.stream()
            .allMatch(
                endpoint ->
                    endpoint.tlsMode() == EndpointTlsMode.ISTIO
                        && mesh.peerAuthentications().modeOf(endpoint) == mode);
  }
}
