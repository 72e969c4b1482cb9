// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.Workload;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the {@link Endpoint}s of a service from its {@link EndpointSlice}s and the pods that these
 * name. An endpoint whose pod is missing is left out; one without a pod takes what is known from a
 * ready pod of its namespace with the same address, if there is one.
 */
final class EndpointConversion {
  /** Labels of services that keep a client at its endpoint while this one is going away. */
  private static final ImmutableSet<String> SESSION_LABELS =
      ImmutableSet.of("istio.io/persistent-session", "istio.io/persistent-session-header");

  /** In the place of a pod or service that is not there. */
  private static final Object NOTHING = new Object();

  private record Key(String address, String port) {}

  private final ClusterPods pods;
  private final Networks networks;

  EndpointConversion(ClusterPods pods, Networks networks) {
    this.pods = pods;
    this.networks = networks;
  }

  /** What all endpoints are made of. */
  ImmutableList<?> surroundings() {
    return ImmutableList.of(networks);
  }

  /** All that the endpoints of a service are made of. */
  ImmutableList<?> inputs(Collection<EndpointSlice> slices, Optional<KubernetesService> service) {
    ImmutableList.Builder<Object> inputs = ImmutableList.builder();
    inputs.add(networks).add(service.<Object>map(found -> found).orElse(NOTHING));
    for (EndpointSlice slice : slices) {
      inputs.add(slice);
      for (EndpointSlice.Member member : slice.endpoints()) {
        for (String address : member.addresses()) {
          inputs.add(pod(slice, member, address).<Object>map(found -> found).orElse(NOTHING));
        }
      }
    }
    return inputs.build();
  }

  /**
   * The endpoints of all slices of a service, in the order of the slices; of two with the same
   * address and port name the first.
   *
   * @param service the service; empty: there is none of that name
   */
  Collection<Endpoint> convert(
      Collection<EndpointSlice> slices, Optional<KubernetesService> service) {
    Map<Key, Endpoint> endpoints = new LinkedHashMap<>();
    for (EndpointSlice slice : slices) {
      for (EndpointSlice.Member member : slice.endpoints()) {
        Health health = health(member.condition(), service);
        for (String address : member.addresses()) {
          Optional<Workload> pod = pod(slice, member, address);
          if (!isUsable(address) || (pod.isEmpty() && member.pod().isPresent())) {
            continue;
          }
          Endpoint template =
              template(address, pod).toBuilder()
                  .addresses(
                      addresses(address, pod.filter(found -> member.pod().isPresent()), service))
                  .health(health)
                  .build();
          for (EndpointSlice.Port port : slice.ports()) {
            if (port.number() == 0) {
              continue;
            }
            endpoints.putIfAbsent(
                new Key(address, port.name()),
                template.toBuilder().port(port.number()).servicePortName(port.name()).build());
          }
        }
      }
    }
    return endpoints.values();
  }

  /** Whether Envoy can connect to the address. */
  static boolean isUsable(String address) {
    return InetAddresses.isInetAddress(address);
  }

  private Optional<Workload> pod(EndpointSlice slice, EndpointSlice.Member member, String address) {
    return member.pod().isPresent()
        ? pods.named(member.pod().get())
        : pods.at(slice.metadata().namespace(), address);
  }

  /**
   * With all addresses of the pod where both it and the service have several, so that a dual-stack
   * mesh has one endpoint for the pod; only the first counts otherwise. Istio document: Dual-Stack.
   */
  private static ImmutableList<String> addresses(
      String address, Optional<Workload> pod, Optional<KubernetesService> service) {
    boolean dual =
        service.map(KubernetesService::clusterIps).filter(ips -> ips.size() > 1).isPresent();
    return pod.map(Workload::addresses)
        .filter(all -> dual && all.indexOf(address) == 0)
        .orElse(ImmutableList.of(address));
  }

  private Endpoint template(String address, Optional<Workload> pod) {
    Endpoint.Builder endpoint = Endpoint.builder().addresses(address);
    if (pod.isEmpty()) {
      return endpoint.network(networks.of(address, ImmutableMap.of())).build();
    }
    Workload workload = pod.get();
    String network =
        workload.network().isEmpty()
            ? networks.of(address, workload.metadata().labels())
            : workload.network();
    workload.serviceAccount().ifPresent(endpoint::serviceAccount);
    return endpoint
        .network(network)
        .labels(workload.metadata().labels())
        .locality(workload.locality())
        .tlsMode(workload.tlsMode())
        .workloadName(workload.workloadName())
        .namespace(workload.metadata().namespace())
        .nodeName(workload.nodeName())
        .hostName(workload.hostName())
        .subDomain(workload.subDomain())
        .build();
  }

  private static Health health(
      EndpointSlice.Condition condition, Optional<KubernetesService> service) {
    if (condition.ready()) {
      return Health.HEALTHY;
    }
    if (service.isEmpty() || !condition.terminating()) {
      return Health.UNHEALTHY;
    }
    ImmutableMap<String, String> labels = service.get().metadata().labels();
    boolean keepsSessions =
        SESSION_LABELS.stream().anyMatch(label -> !labels.getOrDefault(label, "").isEmpty());
    return keepsSessions && condition.serving() ? Health.DRAINING : Health.TERMINATING;
  }
}
