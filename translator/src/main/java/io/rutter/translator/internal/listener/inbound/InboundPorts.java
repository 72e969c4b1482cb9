// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.listener.chain.ReservedPorts;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.rule.PeerAuthenticationIndex;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ports of a sidecar's workload: the ports of its Sidecar's ingress listeners if it has any,
 * else the ports of the services that select it; the oldest service with a port decides. Istio
 * document: Sidecar, {@code ingress}.
 */
final class InboundPorts {
  private InboundPorts() {}

  /** The declared ports in ascending order. */
  static ImmutableList<InboundPort> declared(ProxyScope scope, ProblemSink problems) {
    Optional<Sidecar> sidecar =
        scope.sidecar().sidecar().filter(found -> !found.ingress().isEmpty());
    if (sidecar.isPresent()) {
      return SidecarIngressPorts.of(scope, sidecar.get());
    }
    // Without traffic redirection the workload itself listens on the ports of its services.
    return ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE
        ? ImmutableList.of()
        : ofServices(scope, problems);
  }

  /**
   * The undeclared ports: one entry for all of them, and one for each undeclared port with a mutual
   * TLS mode of its own.
   */
  static ImmutableList<InboundPort> undeclared(
      ProxyScope scope, PeerAuthenticationIndex.Effective mutualTls) {
    ImmutableSet<Integer> declared =
        scope
            .sidecar()
            .sidecar()
            .map(Sidecar::ingress)
            .filter(ingress -> !ingress.isEmpty())
            .map(InboundPorts::numbers)
            .orElseGet(
                () ->
                    scope.targets().stream()
                        .map(ServiceTarget::targetPort)
                        .collect(toImmutableSet()));
    ImmutableList.Builder<InboundPort> ports = ImmutableList.builder();
    ports.add(InboundPort.undeclared(0));
    ImmutableSortedSet.copyOf(mutualTls.portModes().keySet()).stream()
        .filter(port -> !declared.contains(port))
        .map(InboundPort::undeclared)
        .forEach(ports::add);
    return ports.build();
  }

  private static ImmutableSet<Integer> numbers(ImmutableList<IngressListener> ingress) {
    return ingress.stream()
        .map(listener -> listener.port().number().orElse(0))
        .collect(toImmutableSet());
  }

  private static ImmutableList<InboundPort> ofServices(ProxyScope scope, ProblemSink problems) {
    ImmutableList<String> wildcards = ProxyAddresses.wildcards(scope.family());
    TreeMap<Integer, InboundPort> ports = new TreeMap<>();
    for (ServiceTarget target : scope.targets()) {
      if (ReservedPorts.isStatic(scope.proxy(), target.targetPort())
          || ReservedPorts.isVirtual(scope.settings(), target.targetPort())) {
        continue;
      }
      InboundPort port =
          InboundPort.declared(target.targetPort(), target.port(), wildcards)
              .hostname(target.service().hostname())
              .service(target.service())
              .build();
      InboundPort older = ports.putIfAbsent(port.targetPort(), port);
      if (older != null) {
        reportConflict(older, target, problems);
      }
    }
    return ImmutableList.copyOf(ports.values());
  }

  private static void reportConflict(InboundPort older, ServiceTarget newer, ProblemSink problems) {
    if (older.port().protocol() == newer.port().protocol()
        || older.hostname().equals(newer.service().hostname())) {
      return;
    }
    problems.report(
        Problem.warning(ProblemCode.CONFLICT)
            .object(ConfigKey.of(newer.service().sourceKind(), newer.service().metadata()))
            .path("spec.ports")
            .message(
                "port "
                    + newer.targetPort()
                    + " of the workload: "
                    + newer.port().protocol().displayName()
                    + " (expected: "
                    + older.port().protocol().displayName()
                    + ", as the older service "
                    + older.hostname()
                    + " has it)")
            .build());
  }
}
