// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.Workload;
import java.util.Map;

/** Makes the {@link Workload} of a {@link Pod}. */
final class WorkloadConversion {
  private final String trustDomain;
  private final Networks networks;
  private final ImmutableMap<String, Node> nodes;

  WorkloadConversion(String trustDomain, Networks networks, ImmutableMap<String, Node> nodes) {
    this.trustDomain = trustDomain;
    this.networks = networks;
    this.nodes = nodes;
  }

  /** The workload; its labels are those of the pod. */
  Workload convert(Pod pod) {
    Map<String, String> labels = pod.metadata().labels();
    String address = pod.addresses().isEmpty() ? "" : pod.addresses().get(0);
    return Workload.builder()
        .metadata(pod.metadata())
        .addresses(pod.addresses())
        .workloadName(pod.workloadName())
        .serviceAccount(
            SpiffeNames.of(trustDomain, pod.metadata().namespace(), pod.serviceAccountName()))
        .locality(locality(pod))
        .network(networks.of(address, labels))
        .nodeName(pod.nodeName())
        .ready(pod.ready())
        .ports(pod.ports())
        .onNodeNetwork(pod.onNodeNetwork())
        .hostName(pod.hostName())
        .subDomain(pod.subDomain())
        .build();
  }

  private Locality locality(Pod pod) {
    Node node = nodes.get(pod.nodeName());
    return node == null
        ? PodLocality.of(pod.metadata().labels())
        : PodLocality.of(pod.metadata().labels(), node.metadata().labels());
  }
}
