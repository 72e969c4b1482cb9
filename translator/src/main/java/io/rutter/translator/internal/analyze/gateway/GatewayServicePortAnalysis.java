// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.Workload;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.KnownProxies;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ServiceTargets;
import io.rutter.translator.internal.resolve.gateway.GatewayIndex;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.List;
import java.util.Optional;

/**
 * Ports of Gateways that no Service leads to, though each proxy of the Gateway has Services. A port
 * is reached by a Service that has it, whatever the target port, or whose target port it is. Istio
 * document: Gateway, {@code Port}.
 *
 * <p>Not reported for proxies that are reached without a Service's port: behind headless Services,
 * on the host network, or through host ports, nor next to a Service that was rejected.
 */
public final class GatewayServicePortAnalysis {
  private final MeshIndex mesh;
  private final ImmutableList<Proxy> proxies;
  private final InactiveObjects inactive;

  private GatewayServicePortAnalysis(MeshIndex mesh, ImmutableList<Proxy> proxies) {
    this.mesh = mesh;
    this.proxies = proxies;
    this.inactive = InactiveObjects.of(mesh.snapshot());
  }

  public static void run(MeshIndex mesh, ProblemSink problems) {
    GatewayServicePortAnalysis analysis =
        new GatewayServicePortAnalysis(mesh, KnownProxies.of(mesh.snapshot(), ProxyType.GATEWAY));
    for (Gateway gateway : mesh.gateways().all()) {
      if (!gateway.selector().isEmpty() && !GatewayIndex.isForServices(gateway)) {
        analysis.check(
            gateway, FindingPlace.spec("Gateway", gateway.metadata(), problems).at("servers"));
      }
    }
  }

  private void check(Gateway gateway, FindingPlace servers) {
    ImmutableList<Proxy> selected =
        proxies.stream()
            .filter(proxy -> LabelSelectors.selects(gateway.selector(), proxy.selectableLabels()))
            .collect(toImmutableList());
    ImmutableList<ImmutableList<ServiceTarget>> targets =
        selected.stream().map(this::targets).collect(toImmutableList());
    if (targets.isEmpty()
        || targets.stream().anyMatch(ImmutableList::isEmpty)
        || selected.stream().anyMatch(this::isOnNodeNetwork)
        || targets.stream().flatMap(List::stream).anyMatch(GatewayServicePortAnalysis::isDirect)
        || selected.stream().anyMatch(this::hasUnknownTarget)
        || selected.stream().anyMatch(proxy -> inactive.mayBeService(proxy.namespace()))) {
      return;
    }
    for (int i = 0; i < gateway.servers().size(); i++) {
      GatewayServer server = gateway.servers().get(i);
      int port = server.port().number().orElse(0);
      if (port != 0
          && server.bind().orElse("").isEmpty()
          && selected.stream().noneMatch(proxy -> isOnNode(proxy, port))
          && targets.stream().flatMap(List::stream).noneMatch(target -> leadsTo(target, port))) {
        warn(port, targets, servers.at(i).at("port.number"));
      }
    }
  }

  private ImmutableList<ServiceTarget> targets(Proxy proxy) {
    return ServiceTargets.of(mesh, proxy).stream()
        .filter(target -> target.port().protocol() != Protocol.UDP)
        .collect(toImmutableList());
  }

  /**
   * Whether a Service names a target port that the workload does not declare, so that any port may
   * be meant.
   */
  private boolean hasUnknownTarget(Proxy proxy) {
    ImmutableList<ServiceTarget> known = targets(proxy);
    return mesh.services().selecting(proxy.namespace(), proxy.selectableLabels()).stream()
        .anyMatch(service -> service.ports().stream().anyMatch(port -> isUnknown(port, known)));
  }

  private static boolean isUnknown(ServicePort port, ImmutableList<ServiceTarget> known) {
    return port.targetPort().filter(target -> target instanceof TargetPort.Named).isPresent()
        && known.stream().noneMatch(target -> target.port().equals(port));
  }

  private static boolean leadsTo(ServiceTarget target, int gatewayPort) {
    return target.translates(gatewayPort) || target.targetPort() == gatewayPort;
  }

  /** Clients of a headless service connect to the proxy itself, on any port. */
  private static boolean isDirect(ServiceTarget target) {
    return target.service().resolution() != ServiceResolution.CLIENT_SIDE_LB;
  }

  private boolean isOnNodeNetwork(Proxy proxy) {
    return pod(proxy).map(Workload::onNodeNetwork).orElse(false);
  }

  private boolean isOnNode(Proxy proxy, int port) {
    return pod(proxy).stream()
        .flatMap(pod -> pod.ports().stream())
        .filter(ContainerPort::onNode)
        .anyMatch(declared -> declared.port() == port);
  }

  private Optional<Workload> pod(Proxy proxy) {
    return mesh.snapshot().workloads().stream()
        .filter(pod -> pod.metadata().namespace().equals(proxy.namespace()))
        .filter(pod -> pod.metadata().name().equals(proxy.name()))
        .findFirst();
  }

  private static void warn(
      int port, ImmutableList<ImmutableList<ServiceTarget>> targets, FindingPlace place) {
    ServiceTarget first = targets.get(0).get(0);
    place.warn(
        ProblemCode.PORT_NOT_IN_SERVICE,
        "port: "
            + port
            + " is reached through no Service (expected: "
            + targets.stream()
                .flatMap(List::stream)
                .map(GatewayServicePortAnalysis::reachedAs)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(joining(" or "))
            + ", or this "
            + (first.port().number() == port ? "target port" : "port")
            + " in Service/"
            + first.service().namespace()
            + "/"
            + first.service().metadata().name()
            + ")");
  }

  /** The port of a Gateway that a port of a Service leads to. */
  private static int reachedAs(ServiceTarget target) {
    int number = target.port().number();
    return target.translates(number) ? number : target.targetPort();
  }
}
