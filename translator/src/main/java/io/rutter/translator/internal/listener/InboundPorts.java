// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.resolve.PeerAuthenticationIndex;
import io.rutter.translator.internal.resolve.ProxyAddresses;
import io.rutter.translator.internal.resolve.ProxyMetadata;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ServiceTarget;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ports of a sidecar's workload: those of its Sidecar's ingress listeners if it has any, else
 * those of the services that select it, where the oldest service that names a port decides. Istio
 * document: Sidecar, {@code ingress}.
 */
final class InboundPorts {
  private InboundPorts() {}

  /** The declared ports in ascending order. */
  static ImmutableList<InboundPort> declared(ProxyScope scope, ProblemSink problems) {
    Optional<Sidecar> sidecar =
        scope.sidecar().sidecar().filter(found -> !found.ingress().isEmpty());
    if (sidecar.isPresent()) {
      return ofSidecar(scope, sidecar.get());
    }
    // Without redirection the workload itself listens on the ports of its services.
    return ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE
        ? ImmutableList.of()
        : ofServices(scope, problems);
  }

  /**
   * All ports that are not declared: the rest, and each port that has a mutual TLS mode of its own
   * without being declared.
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
                        .collect(ImmutableSet.toImmutableSet()));
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
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<InboundPort> ofServices(ProxyScope scope, ProblemSink problems) {
    ImmutableList<String> wildcards = ProxyAddresses.wildcards(scope.proxy());
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

  private static ImmutableList<InboundPort> ofSidecar(ProxyScope scope, Sidecar sidecar) {
    TreeMap<Integer, InboundPort> ports = new TreeMap<>();
    for (IngressListener listener : sidecar.ingress()) {
      boolean bound = isBound(listener, scope);
      if (canListen(scope, listener, bound)) {
        InboundPort port = ofIngress(scope, sidecar, listener, bound);
        ports.putIfAbsent(port.targetPort(), port);
      }
    }
    return ImmutableList.copyOf(ports.values());
  }

  /** A Sidecar of the root namespace counts as one of the workload's own namespace. */
  private static InboundPort ofIngress(
      ProxyScope scope, Sidecar sidecar, IngressListener listener, boolean bound) {
    int number = listener.port().number().orElse(0);
    boolean ownTls = listener.tls().isPresent() && scope.mesh().options().tlsOnSidecarIngress();
    Protocol protocol = protocol(listener);
    ServicePort port =
        ServicePort.builder()
            .number(number)
            .name(listener.port().name().orElse(""))
            .protocol(ownTls ? insideTls(protocol) : protocol)
            .build();
    return InboundPort.declared(number, port, addresses(scope, listener))
        .hostname(sidecar.metadata().name() + "." + scope.proxy().namespace())
        .sidecar(new ConfigKey("Sidecar", scope.proxy().namespace(), sidecar.metadata().name()))
        .bound(bound)
        .tls(ownTls ? listener.tls() : Optional.empty())
        .build();
  }

  private static Protocol protocol(IngressListener listener) {
    return Protocol.parse(listener.port().protocol().orElse(""));
  }

  private static Protocol insideTls(Protocol protocol) {
    return switch (protocol) {
      case HTTPS -> Protocol.HTTP;
      case TLS -> Protocol.TCP;
      default -> protocol;
    };
  }

  private static ImmutableList<String> addresses(ProxyScope scope, IngressListener listener) {
    return listener
        .bind()
        .or(() -> ProxyAddresses.globalUnicast(scope.proxy()))
        .map(ImmutableList::of)
        .orElseGet(() -> ProxyAddresses.wildcards(scope.proxy()));
  }

  private static boolean isBound(IngressListener listener, ProxyScope scope) {
    return switch (listener.captureMode()) {
      case NONE -> true;
      case IPTABLES -> false;
      case DEFAULT -> ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE;
    };
  }

  private static boolean canListen(ProxyScope scope, IngressListener listener, boolean bound) {
    int number = listener.port().number().orElse(0);
    if (bound && ReservedPorts.isPrivileged(scope.proxy(), number)) {
      return false;
    }
    boolean wildcard =
        listener
            .bind()
            .map(ProxyAddresses.wildcard(scope.proxy())::equals)
            .orElse(protocol(listener).isHttp());
    return !wildcard || !ReservedPorts.isStatic(scope.proxy(), number);
  }
}
