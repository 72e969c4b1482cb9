// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.listener.chain.ReservedPorts;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ingress listeners of a Sidecar → ports of the workload. A listener without an address gets
 * the proxy's first address that others can reach. TLS settings only have an effect with the option
 * for it. Listeners that the proxy cannot bind are dropped: on a port of its bootstrap, or below
 * 1024 for an unprivileged proxy. Istio document: Sidecar, {@code IstioIngressListener}.
 */
final class SidecarIngressPorts {
  private SidecarIngressPorts() {}

  /** The ports in ascending order. */
  static ImmutableList<InboundPort> of(ProxyScope scope, Sidecar sidecar) {
    TreeMap<Integer, InboundPort> ports = new TreeMap<>();
    for (int i = 0; i < sidecar.ingress().size(); i++) {
      IngressListener listener = sidecar.ingress().get(i);
      if (canListen(scope, listener)) {
        InboundPort port = port(scope, sidecar, i);
        ports.putIfAbsent(port.targetPort(), port);
      }
    }
    return ImmutableList.copyOf(ports.values());
  }

  /**
   * The port of a listener; its host name is built as if the Sidecar were in the workload's
   * namespace.
   */
  private static InboundPort port(ProxyScope scope, Sidecar sidecar, int index) {
    IngressListener listener = sidecar.ingress().get(index);
    boolean ownTls = listener.tls().isPresent() && scope.mesh().options().tlsOnSidecarIngress();
    int number = number(listener);
    ServicePort port =
        ServicePort.builder()
            .number(number)
            .name(listener.port().name().orElse(""))
            .protocol(ownTls ? insideTls(protocol(listener)) : protocol(listener))
            .build();
    return InboundPort.declared(number, port, addresses(scope, listener))
        .hostname(sidecar.metadata().name() + "." + scope.proxy().namespace())
        .sidecar(
            new ConfigPart(
                ConfigKey.of("Sidecar", sidecar.metadata()), "spec.ingress[" + index + "]"))
        .bound(isBound(scope, listener))
        .tls(ownTls ? listener.tls() : Optional.empty())
        .build();
  }

  private static int number(IngressListener listener) {
    return listener.port().number().orElse(0);
  }

  private static Protocol protocol(IngressListener listener) {
    return listener.port().protocol().orElse(Protocol.UNSUPPORTED);
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
        .orElseGet(() -> ProxyAddresses.wildcards(scope.family()));
  }

  private static boolean isBound(ProxyScope scope, IngressListener listener) {
    return switch (listener.captureMode()) {
      case NONE -> true;
      case IPTABLES -> false;
      case DEFAULT -> ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE;
    };
  }

  /**
   * Whether the port is free; an HTTP listener without an address counts as bound to the wildcard
   * address, like the bootstrap's listeners.
   */
  private static boolean canListen(ProxyScope scope, IngressListener listener) {
    if (isBound(scope, listener) && ReservedPorts.isPrivileged(scope.proxy(), number(listener))) {
      return false;
    }
    boolean wildcard =
        listener
            .bind()
            .map(ProxyAddresses.wildcard(scope.family())::equals)
            .orElse(protocol(listener).isHttp());
    return !wildcard || !ReservedPorts.isStatic(scope.proxy(), number(listener));
  }
}
