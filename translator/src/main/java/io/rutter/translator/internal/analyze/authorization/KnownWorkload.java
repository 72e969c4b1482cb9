// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ServiceTargets;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.gateway.ServerGroup;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A proxy that policies may apply to, and the ports that it serves. */
final class KnownWorkload {
  private final MeshIndex mesh;
  private final Proxy proxy;
  private final boolean certain;
  private final Supplier<ImmutableList<ServiceTarget>> targets;
  private final Supplier<ImmutableList<ServedPort>> ports;
  private final Supplier<Boolean> tokenRules;

  /**
   * A workload.
   *
   * @param certain whether its type is known: whether a pod is a gateway, its labels do not tell
   */
  KnownWorkload(MeshIndex mesh, Proxy proxy, boolean certain) {
    this.mesh = mesh;
    this.proxy = proxy;
    this.certain = certain;
    this.targets = Suppliers.memoize(() -> ServiceTargets.of(mesh, proxy))::get;
    this.tokenRules =
        Suppliers.memoize(
                () -> !mesh.requestAuthentications().rules(proxy, mesh.services()).isEmpty())
            ::get;
    this.ports = Suppliers.memoize(() -> isGateway() ? ofGateway() : ofSidecar())::get;
  }

  /**
   * A port.
   *
   * @param number the port as the proxy sees it
   * @param handling what the proxy takes its traffic for
   * @param what whose port it is, in words
   */
  record ServedPort(int number, Handling handling, String what) {}

  /** What traffic is taken for. */
  enum Handling {
    HTTP,
    TCP,
    /** The proxy looks at the first bytes. */
    EITHER
  }

  Proxy proxy() {
    return proxy;
  }

  boolean isGateway() {
    return proxy.type() == ProxyType.GATEWAY;
  }

  boolean isSidecar() {
    return certain && !isGateway();
  }

  /** Whether it is known to be a sidecar or a gateway. */
  boolean isCertain() {
    return certain;
  }

  /** The ports that policies hold for; none if it is not known what it is. */
  ImmutableList<ServedPort> ports() {
    return certain ? ports.get() : ImmutableList.of();
  }

  /** Whether it has no inbound listener at all, so that no policy is looked at. */
  boolean isWithoutListeners() {
    return isSidecar()
        && ProxyMetadata.interceptionMode(proxy) == InterceptionMode.NONE
        && ingress().isEmpty();
  }

  private ImmutableList<IngressListener> ingress() {
    return mesh.sidecars().forProxy(proxy).map(Sidecar::ingress).orElse(ImmutableList.of());
  }

  private ImmutableList<ServedPort> ofSidecar() {
    if (isWithoutListeners()) {
      return ImmutableList.of();
    }
    Optional<Sidecar> sidecar =
        mesh.sidecars().forProxy(proxy).filter(found -> !found.ingress().isEmpty());
    TreeMap<Integer, ServedPort> found = new TreeMap<>();
    if (sidecar.isPresent()) {
      String name = sidecar.get().metadata().namespace() + "/" + sidecar.get().metadata().name();
      for (IngressListener listener : ingress()) {
        int number = listener.port().number().orElse(0);
        Protocol protocol = listener.port().protocol().orElse(Protocol.UNSUPPORTED);
        // What TLS of its own hides depends on options; nothing is said of it.
        Handling handling = listener.tls().isPresent() ? Handling.EITHER : handling(protocol);
        found.putIfAbsent(number, new ServedPort(number, handling, "Sidecar/" + name));
      }
      return ImmutableList.copyOf(found.values());
    }
    for (ServiceTarget target : targets.get()) {
      int number = target.targetPort();
      found.putIfAbsent(
          number, new ServedPort(number, handling(target.port().protocol()), name(target)));
    }
    return ImmutableList.copyOf(found.values());
  }

  private static Handling handling(Protocol protocol) {
    return protocol.isHttp() ? Handling.HTTP : protocol.isTcp() ? Handling.TCP : Handling.EITHER;
  }

  private static String name(ServiceTarget target) {
    return target.service().sourceKind()
        + "/"
        + target.service().namespace()
        + "/"
        + target.service().metadata().name();
  }

  private ImmutableList<ServedPort> ofGateway() {
    return groups().stream()
        .flatMap(group -> group.servers().stream())
        .map(KnownWorkload::port)
        .distinct()
        .collect(toImmutableList());
  }

  private static ServedPort port(MergedServer server) {
    boolean http = server.isPlainHttp() || server.terminatesHttps();
    // Connections that are routed by cluster names are let through without a look at policies.
    Handling handling =
        http ? Handling.HTTP : server.isAutoPassthrough() ? Handling.EITHER : Handling.TCP;
    return new ServedPort(server.port(), handling, "Gateway/" + server.gatewayName());
  }

  private ImmutableList<ServerGroup> groups() {
    return mesh.gateways().forProxy(proxy, targets.get(), problem -> {}).groups();
  }

  /** Whether a RequestAuthentication has a rule for it. */
  boolean hasTokenRules() {
    return tokenRules.get();
  }

  /** Whether a service of the workload has that port, and the workload itself has another. */
  boolean isOnlyOfService(int number) {
    return targets.get().stream().anyMatch(target -> target.port().number() == number)
        && ports().stream().noneMatch(port -> port.number() == number);
  }

  /** The servers of a gateway. */
  ImmutableList<MergedServer> servers() {
    return isGateway()
        ? groups().stream().flatMap(group -> group.servers().stream()).collect(toImmutableList())
        : ImmutableList.of();
  }
}
