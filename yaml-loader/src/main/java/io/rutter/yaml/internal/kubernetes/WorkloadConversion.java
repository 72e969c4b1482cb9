// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.model.registry.Workload;
import java.util.Map;

/** Makes the {@link Workload} of a {@link Pod}. Istio document: Locality Load Balancing. */
final class WorkloadConversion {
  private final String trustDomain;
  private final Networks networks;
  private final ClusterNodes nodes;
  private final ImmutableList<?> surroundings;

  WorkloadConversion(String trustDomain, Networks networks, ClusterNodes nodes) {
    this.trustDomain = trustDomain;
    this.networks = networks;
    this.nodes = nodes;
    this.surroundings = ImmutableList.of(trustDomain, networks, nodes);
  }

  /** All that workloads are made of beside their pods. */
  ImmutableList<?> surroundings() {
    return surroundings;
  }

  /** All that the workload of a pod is made of. */
  ImmutableList<?> inputs(Pod pod) {
    return ImmutableList.of(pod, nodes.node(pod.nodeName()), trustDomain, networks);
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

  /** The pod's own locality label counts, else the labels of its node, if that is known. */
  private Locality locality(Pod pod) {
    if (TopologyLabels.declareLocality(pod.metadata().labels())) {
      return TopologyLabels.locality(pod.metadata().labels());
    }
    Map<String, String> labels = nodes.node(pod.nodeName()).metadata().labels();
    return new Locality(
        label(labels, TopologyLabels.REGION, "failure-domain.beta.kubernetes.io/region"),
        label(labels, TopologyLabels.ZONE, "failure-domain.beta.kubernetes.io/zone"),
        labels.getOrDefault(TopologyLabels.SUBZONE, ""));
  }

  private static String label(Map<String, String> labels, String name, String oldName) {
    String value = labels.getOrDefault(name, "");
    return value.isEmpty() ? labels.getOrDefault(oldName, "") : value;
  }
}
