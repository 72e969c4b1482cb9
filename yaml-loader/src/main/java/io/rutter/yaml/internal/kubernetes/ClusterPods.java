// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import java.util.Optional;

/**
 * Finds the pods of a cluster.
 *
 * @param byNamespace the pods of each namespace
 */
record ClusterPods(ImmutableMap<String, PodIndex> byNamespace) {
  /** The pod of that name. */
  Optional<Workload> named(PodRef pod) {
    return of(pod.namespace()).named(pod.name());
  }

  /** A pod of the namespace that takes traffic at that address. */
  Optional<Workload> at(String namespace, String address) {
    return of(namespace).at(address);
  }

  /** The pods of a namespace: the same instance as long as none of them changes. */
  PodIndex of(String namespace) {
    return requireNonNullElse(byNamespace.get(namespace), PodIndex.EMPTY);
  }
}
