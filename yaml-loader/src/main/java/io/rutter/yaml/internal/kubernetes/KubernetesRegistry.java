// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import io.rutter.yaml.internal.kubernetes.IngressClasses.IngressClass;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The objects of one Kubernetes cluster. What order they were added in does not matter. Those that
 * come in one list are of one namespace.
 */
public final class KubernetesRegistry {
  private final TreeMap<String, NamespaceObjects> objects = new TreeMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<NamespaceInfo> namespaces = new ArrayList<>();
  private final List<Ingress> ingresses = new ArrayList<>();
  private final List<IngressClass> ingressClasses = new ArrayList<>();

  /** Adds Services. */
  public void addServices(ImmutableList<KubernetesService> of) {
    namespace(of, KubernetesService::metadata).services().addAll(of);
  }

  /** Adds EndpointSlices. */
  public void addSlices(ImmutableList<EndpointSlice> of) {
    namespace(of, EndpointSlice::metadata).slices().addAll(of);
  }

  /** Adds Pods. */
  public void addPods(ImmutableList<Pod> of) {
    namespace(of, Pod::metadata).pods().addAll(of);
  }

  /** A list has a first object, which tells the namespace of all. */
  private <T> NamespaceObjects namespace(ImmutableList<T> of, Function<T, ObjectMeta> metadata) {
    return objects.computeIfAbsent(
        metadata.apply(of.get(0)).namespace(), namespace -> new NamespaceObjects());
  }

  /** Adds Nodes. */
  public void addNodes(ImmutableList<Node> of) {
    nodes.addAll(of);
  }

  /** Adds Namespaces. */
  public void addNamespaces(ImmutableList<NamespaceInfo> of) {
    namespaces.addAll(of);
  }

  /** Adds Ingresses. */
  public void addIngresses(ImmutableList<Ingress> of) {
    ingresses.addAll(of);
  }

  /** Adds IngressClasses. */
  public void addIngressClasses(ImmutableList<IngressClass> of) {
    ingressClasses.addAll(of);
  }

  /** What is in namespaces, by these. */
  SortedMap<String, NamespaceObjects> objects() {
    return objects;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<NamespaceInfo> namespaces() {
    return namespaces;
  }

  List<Ingress> ingresses() {
    return ingresses;
  }

  List<IngressClass> ingressClasses() {
    return ingressClasses;
  }
}
