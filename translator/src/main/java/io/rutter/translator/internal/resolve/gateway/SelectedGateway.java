// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.Optional;

/**
 * A Gateway that applies to a proxy. Istio document: Gateway, {@code selector}: it selects
 * workloads by labels in any namespace, and without one it selects every gateway proxy. A Gateway
 * whose annotation names services of its own namespace applies to the workloads behind these
 * instead.
 *
 * @param gateway the Gateway
 * @param targets the service ports through which clients reach the proxy
 * @param byService whether the ports of the Gateway are only those of the services
 */
public record SelectedGateway(
    IndexedGateway gateway, ImmutableList<ServiceTarget> targets, boolean byService) {
  /** Annotation of a Gateway: hosts of the services that it applies to, separated by commas. */
  static final String SERVICES = "internal.istio.io/gateway-service";

  /** The Gateway, if it applies to a proxy. */
  public static Optional<SelectedGateway> of(
      IndexedGateway gateway, Proxy proxy, ImmutableList<ServiceTarget> targets) {
    String services = gateway.metadata().annotations().get(SERVICES);
    if (services != null) {
      return behind(ImmutableSet.copyOf(Splitter.on(',').split(services)), gateway, targets);
    }
    return LabelSelectors.selects(gateway.gateway().selector(), proxy.selectableLabels())
        ? Optional.of(new SelectedGateway(gateway, targets, false))
        : Optional.empty();
  }

  private static Optional<SelectedGateway> behind(
      ImmutableSet<String> hosts, IndexedGateway gateway, ImmutableList<ServiceTarget> targets) {
    ImmutableList<ServiceTarget> ofServices =
        targets.stream()
            .filter(target -> hosts.contains(target.service().hostname()))
            .filter(target -> target.service().namespace().equals(gateway.metadata().namespace()))
            .collect(toImmutableList());
    return ofServices.isEmpty()
        ? Optional.empty()
        : Optional.of(new SelectedGateway(gateway, ofServices, true));
  }

  /**
   * The ports to listen on for a port of the Gateway, which is the port that clients see: the
   * target port of the first service with that port, or the port itself without such a service. A
   * Gateway for named services has exactly their target ports.
   */
  public ImmutableList<Integer> listeningPorts(int declared) {
    if (byService) {
      return targets.stream()
          .filter(target -> target.port().number() == declared)
          .map(ServiceTarget::targetPort)
          .distinct()
          .sorted()
          .collect(toImmutableList());
    }
    return ImmutableList.of(translated(declared));
  }

  private int translated(int declared) {
    for (ServiceTarget target : targets) {
      if (target.translates(declared)) {
        return target.targetPort();
      }
    }
    return declared;
  }

  /** Whether a service has that port for UDP, so that HTTP/3 can reach the proxy. */
  boolean hasUdp(int declared) {
    for (ServiceTarget target : targets) {
      if (target.port().number() == declared && target.port().protocol() == Protocol.UDP) {
        return true;
      }
    }
    return false;
  }
}
