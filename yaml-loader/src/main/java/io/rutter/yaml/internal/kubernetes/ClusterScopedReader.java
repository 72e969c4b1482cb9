// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import io.rutter.yaml.internal.kubernetes.IngressClasses.IngressClass;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads the kinds that belong to no namespace: Namespace, Node and IngressClass. */
public final class ClusterScopedReader {
  private ClusterScopedReader() {}

  /** Reads a Namespace, of which the metadata is all that matters. */
  public static NamespaceInfo namespace(ObjectMeta metadata, ObjectNode in) {
    in.accept("spec");
    return NamespaceInfo.builder()
        .name(metadata.name())
        .labels(metadata.labels())
        .annotations(metadata.annotations())
        .build();
  }

  /** Reads a Node. */
  public static Node node(ObjectMeta metadata, ObjectNode in) {
    in.accept("spec");
    String address = in.requiredObject("status", ClusterScopedReader::externalAddress);
    return new Node(metadata, address);
  }

  private static String externalAddress(ObjectNode in) {
    in.acceptOthers();
    return in.objects("addresses", ClusterScopedReader::external).stream()
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String external(ObjectNode in) {
    String address = in.string("address").orElse("");
    return in.string("type").orElse("").equals("ExternalIP") ? address : "";
  }

  /** Reads an IngressClass. */
  public static IngressClass ingressClass(ObjectMeta metadata, ObjectNode in) {
    return in.requiredObject("spec", spec -> ingressClassSpec(metadata, spec));
  }

  private static IngressClass ingressClassSpec(ObjectMeta metadata, ObjectNode in) {
    in.accept("parameters");
    return new IngressClass(metadata, in.requiredString("controller"));
  }
}
