// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.listener.chain.AssembledListeners;
import io.rutter.translator.internal.listener.chain.Binding;
import io.rutter.translator.internal.listener.chain.ReservedPorts;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listeners of a sidecar for traffic to services: first for the ports that its Sidecar
 * declares, then for all ports of all services that the egress listener without a port imports,
 * then the HTTP proxy. Istio document: Sidecar, {@code IstioEgressListener}.
 */
public final class OutboundListenersAssembler {
  private OutboundListenersAssembler() {}

  public static AssembledListeners assemble(ProxyScope scope, ProblemSink problems) {
    OutboundListenerSet listeners = new OutboundListenerSet(scope, problems);
    for (EgressScope egress : scope.sidecar().egress()) {
      Optional<SidecarPort> port = egress.declared().flatMap(EgressListener::port);
      if (port.isPresent()) {
        addDeclaredPort(scope, egress, declaredPort(port.get()), listeners);
      } else {
        listeners.complete();
        addServicePorts(scope, egress, listeners);
      }
    }
    ImmutableList<OutboundListener> all =
        Stream.concat(listeners.all().stream(), HttpProxyListener.of(scope).stream())
            .collect(toImmutableList());
    OutboundListenerTranslator translator = new OutboundListenerTranslator(scope);
    ImmutableList.Builder<Listener> translated = ImmutableList.builder();
    ImmutableSortedSet.Builder<String> routeNames = ImmutableSortedSet.naturalOrder();
    for (OutboundListener listener : all) {
      translated.add(translator.translate(listener));
      for (OutboundChain chain : listener.chains()) {
        chain.routeName().ifPresent(routeNames::add);
      }
    }
    return new AssembledListeners(translated.build(), routeNames.build());
  }

  private static void addDeclaredPort(
      ProxyScope scope, EgressScope egress, ServicePort port, OutboundListenerSet listeners) {
    Binding binding = EgressBindings.of(scope.proxy(), egress);
    if (!canListen(scope, binding, port)) {
      return;
    }
    ImmutableList<VirtualService> rules = egress.tcpRules();
    for (Service service : egress.services()) {
      listeners.add(
          OutboundAddresses.of(scope, target(scope, egress, service, port, binding)), rules);
    }
  }

  private static void addServicePorts(
      ProxyScope scope, EgressScope egress, OutboundListenerSet listeners) {
    Binding binding = EgressBindings.of(scope.proxy(), egress);
    ImmutableList<VirtualService> rules = egress.tcpRules();
    for (Service service : egress.services()) {
      for (ServicePort port : service.ports()) {
        if (canListen(scope, binding, port)) {
          OutboundAddresses.ofEach(scope, target(scope, egress, service, port, binding))
              .forEach(target -> listeners.add(target, rules));
        }
      }
    }
  }

  private static ListenedService target(
      ProxyScope scope, EgressScope egress, Service service, ServicePort port, Binding binding) {
    return new ListenedService(
        service,
        port,
        binding,
        ImmutableList.of(),
        egress.aliasesOf(service, scope.mesh().services()));
  }

  private static ServicePort declaredPort(SidecarPort port) {
    return ServicePort.builder()
        .number(port.number().orElse(0))
        .name(port.name().orElse(""))
        .protocol(port.protocol().orElse(Protocol.UNSUPPORTED))
        .build();
  }

  /** Whether the port may be bound, and is free of the proxy's own listeners on all addresses. */
  private static boolean canListen(ProxyScope scope, Binding binding, ServicePort port) {
    if (binding.capture() == Binding.Capture.BOUND
        && ReservedPorts.isPrivileged(scope.proxy(), port.number())) {
      return false;
    }
    boolean onAllAddresses =
        binding.main().isEmpty()
            ? port.protocol().isHttp()
            : binding.main().equals(ProxyAddresses.wildcard(scope.family()));
    return !onAllAddresses
        || !(ReservedPorts.isStatic(scope.proxy(), port.number())
            || ReservedPorts.isVirtual(scope.settings(), port.number()));
  }
}
