// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Protocol;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Workload;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pods as ServiceEntries select them. Istio document: Service Entry, {@code workloadSelector}. */
final class PodWorkloads {
  private PodWorkloads() {}

  /** The workload of a pod; the first of several TCP ports with the same name counts. */
  static SelectableWorkload of(Workload pod) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (ContainerPort port : pod.ports()) {
      if (!port.name().isEmpty() && port.protocol() == Protocol.TCP) {
        ports.putIfAbsent(port.name(), port.port());
      }
    }
    Endpoint.Builder endpoint =
        Endpoint.builder()
            .addresses(pod.addresses())
            .labels(pod.metadata().labels())
            .network(pod.network())
            .locality(pod.locality())
            .tlsMode(pod.tlsMode())
            .workloadName(pod.workloadName())
            .namespace(pod.metadata().namespace())
            .nodeName(pod.nodeName())
            .clusterId(pod.clusterId())
            .hostName(pod.hostName())
            .subDomain(pod.subDomain());
    pod.serviceAccount().ifPresent(endpoint::serviceAccount);
    return new SelectableWorkload(
        pod.metadata().name(),
        pod.metadata().namespace(),
        endpoint.build(),
        ImmutableMap.copyOf(ports),
        false);
  }
}
