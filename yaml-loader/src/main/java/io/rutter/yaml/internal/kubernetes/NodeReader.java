// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Node} (Kubernetes: {@code Node}). */
final class NodeReader {
  private NodeReader() {}

  /** Reads the object. */
  static Node read(ObjectMeta metadata, ObjectNode in) {
    in.accept("spec");
    String address = in.requiredObject("status", NodeReader::externalAddress);
    return new Node(metadata, address);
  }

  private static String externalAddress(ObjectNode in) {
    in.acceptOthers();
    return in.objects("addresses", NodeReader::external).stream()
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String external(ObjectNode in) {
    String address = in.string("address").orElse("");
    return in.string("type").orElse("").equals("ExternalIP") ? address : "";
  }
}
