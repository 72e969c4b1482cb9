// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the pods of a cluster.
 *
 * @param byNamespace the pods of each namespace
 */
record ClusterPods(Map<String, PodIndex> byNamespace) {
  /** The pod of that name. */
  Optional<Workload> named(PodRef pod) {
    return of(pod.namespace()).flatMap(pods -> pods.named(pod.name()));
  }

  /** A pod of the namespace that takes traffic at that address. */
  Optional<Workload> at(String namespace, String address) {
    return of(namespace).flatMap(pods -> pods.at(address));
  }

  private Optional<PodIndex> of(String namespace) {
    return Optional.ofNullable(byNamespace.get(namespace));
  }
}
