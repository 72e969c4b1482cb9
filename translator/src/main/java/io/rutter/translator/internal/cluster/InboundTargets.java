// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.mesh.InboundTrafficPolicyMode;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.cluster.InboundTarget.ApplicationEndpoint;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * Lists the ports on which a sidecar's workload receives traffic: the ports of the Sidecar's
 * ingress listeners if it has any, else the target ports of its services. A proxy that intercepts
 * no traffic has ports of ingress listeners only. Istio document: Sidecar, {@code ingress}.
 */
final class InboundTargets {
  private InboundTargets() {}

  /** The ports of a sidecar's workload. */
  static ImmutableList<InboundTarget> of(ProxyScope scope) {
    Optional<Sidecar> sidecar = scope.sidecar().sidecar();
    if (sidecar.isPresent() && !sidecar.get().ingress().isEmpty()) {
      return ofIngress(scope, sidecar.get());
    }
    return ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE
        ? ImmutableList.of()
        : ofServices(scope, sidecar.flatMap(Sidecar::inboundConnectionPool));
  }

  private static ImmutableList<InboundTarget> ofServices(
      ProxyScope scope, Optional<ConnectionPool> pool) {
    boolean toLoopback =
        scope.settings().inboundTrafficPolicyMode() == InboundTrafficPolicyMode.LOCALHOST;
    ImmutableListMultimap<Integer, ServiceTarget> byPort =
        Multimaps.index(scope.targets(), ServiceTarget::targetPort);
    ImmutableList.Builder<InboundTarget> targets = ImmutableList.builder();
    byPort
        .asMap()
        .forEach(
            (port, services) ->
                targets.add(
                    new InboundTarget(
                        port,
                        ImmutableList.copyOf(services),
                        toLoopback
                            ? Optional.of(
                                new ApplicationEndpoint(
                                    ProxyAddresses.loopbacks(scope.proxy()).get(0), port))
                            : Optional.empty(),
                        pool)));
    return targets.build();
  }

  private static ImmutableList<InboundTarget> ofIngress(ProxyScope scope, Sidecar sidecar) {
    ImmutableList.Builder<InboundTarget> targets = ImmutableList.builder();
    for (IngressListener listener : sidecar.ingress()) {
      int number = listener.port().number().orElse(0);
      ServicePort port =
          ServicePort.builder()
              .number(number)
              .name(listener.port().name().orElse(""))
              .protocol(listener.port().protocol().orElse(Protocol.UNSUPPORTED))
              .build();
      targets.add(
          new InboundTarget(
              number,
              ImmutableList.of(new ServiceTarget(service(scope, sidecar, number), port, number)),
              listener
                  .defaultEndpoint()
                  .flatMap(text -> DefaultEndpoints.parse(text, scope.proxy())),
              listener.connectionPool().or(sidecar::inboundConnectionPool)));
    }
    return targets.build();
  }

  /** The service that has the port, or a service made up for the Sidecar itself. */
  private static Service service(ProxyScope scope, Sidecar sidecar, int port) {
    return scope.targets().stream()
        .filter(target -> target.targetPort() == port)
        .map(ServiceTarget::service)
        .findFirst()
        .orElseGet(
            () -> {
              String name = sidecar.metadata().name();
              String namespace = scope.proxy().namespace();
              return Service.builder()
                  .metadata(ObjectMeta.of(namespace, name))
                  .hostname(name + "." + namespace)
                  .registry(ServiceRegistry.EXTERNAL)
                  .meshExternal(true)
                  .build();
            });
  }
}
