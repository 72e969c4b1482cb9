// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import io.rutter.yaml.internal.kubernetes.IngressClasses.IngressClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The objects of one Kubernetes cluster. What order they were added in does not matter. Those that
 * come in one list are of one namespace.
 */
public final class KubernetesRegistry {
  private final Map<String, Parts> byNamespace = new HashMap<>();
  private ImmutableList<Node> nodes = ImmutableList.of();
  private ImmutableList<NamespaceInfo> namespaces = ImmutableList.of();
  private ImmutableList<Ingress> ingresses = ImmutableList.of();
  private ImmutableList<IngressClass> ingressClasses = ImmutableList.of();

  /** What was added of one namespace. */
  private record Parts(
      List<NamedList<KubernetesService>> services,
      List<NamedList<EndpointSlice>> slices,
      List<NamedList<Pod>> pods) {
    Parts() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    NamespaceObjects joined() {
      return new NamespaceObjects(
          NamedList.joined(services), NamedList.joined(slices), NamedList.joined(pods));
    }
  }

  /** Adds Services. */
  public void addServices(NamedList<KubernetesService> of) {
    parts(of, KubernetesService::metadata).services().add(of);
  }

  /** Adds EndpointSlices. */
  public void addSlices(NamedList<EndpointSlice> of) {
    parts(of, EndpointSlice::metadata).slices().add(of);
  }

  /** Adds Pods. */
  public void addPods(NamedList<Pod> of) {
    parts(of, Pod::metadata).pods().add(of);
  }

  /** A list has a first object, which tells the namespace of all. */
  private <T> Parts parts(NamedList<T> of, Function<T, ObjectMeta> metadata) {
    return byNamespace.computeIfAbsent(
        metadata.apply(of.objects().get(0)).namespace(), namespace -> new Parts());
  }

  /** Sets the Nodes. */
  public void setNodes(ImmutableList<Node> of) {
    nodes = of;
  }

  /** Sets the Namespaces. */
  public void setNamespaces(ImmutableList<NamespaceInfo> of) {
    namespaces = of;
  }

  /** Sets the Ingresses. */
  public void setIngresses(ImmutableList<Ingress> of) {
    ingresses = of;
  }

  /** Sets the IngressClasses. */
  public void setIngressClasses(ImmutableList<IngressClass> of) {
    ingressClasses = of;
  }

  /** What is in namespaces, in the order of these. */
  ImmutableMap<String, NamespaceObjects> objects() {
    ImmutableMap.Builder<String, NamespaceObjects> objects = ImmutableMap.builder();
    byNamespace.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(parts -> objects.put(parts.getKey(), parts.getValue().joined()));
    return objects.buildOrThrow();
  }

  ImmutableList<Node> nodes() {
    return nodes;
  }

  ImmutableList<NamespaceInfo> namespaces() {
    return namespaces;
  }

  ImmutableList<Ingress> ingresses() {
    return ingresses;
  }

  ImmutableList<IngressClass> ingressClasses() {
    return ingressClasses;
  }
}
