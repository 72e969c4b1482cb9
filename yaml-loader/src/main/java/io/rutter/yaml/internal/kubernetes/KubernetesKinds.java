// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads the objects of Kubernetes that a {@link KubernetesRegistry} is made of. */
public final class KubernetesKinds {
  private KubernetesKinds() {}

  /** Reads a Service. */
  public static Object service(ObjectMeta metadata, ObjectNode in) {
    return ServiceReader.read(metadata, in);
  }

  /** Reads an EndpointSlice. */
  public static Object endpointSlice(ObjectMeta metadata, ObjectNode in) {
    return EndpointSliceReader.read(metadata, in);
  }

  /** How many endpoints an object makes: an EndpointSlice one for each address and port. */
  public static long endpoints(Object object) {
    return object instanceof EndpointSlice slice
        ? slice.endpoints().stream().mapToLong(member -> member.addresses().size()).sum()
            * slice.ports().size()
        : 0;
  }

  /** Reads a Pod. */
  public static Object pod(ObjectMeta metadata, ObjectNode in) {
    return PodReader.read(metadata, in);
  }

  /** Reads a Node. */
  public static Object node(ObjectMeta metadata, ObjectNode in) {
    return NodeReader.read(metadata, in);
  }

  /** Reads an Ingress. */
  public static Object ingress(ObjectMeta metadata, ObjectNode in) {
    return IngressReader.read(metadata, in);
  }

  /** Reads an IngressClass. */
  public static Object ingressClass(ObjectMeta metadata, ObjectNode in) {
    return IngressClassReader.read(metadata, in);
  }

  /** Reads a Namespace. */
  public static Object namespace(ObjectMeta metadata, ObjectNode in) {
    in.accept("spec");
    return NamespaceInfo.builder()
        .name(metadata.name())
        .labels(metadata.labels())
        .annotations(metadata.annotations())
        .build();
  }
}
