// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.yaml.internal.node.FlatJson;
import java.util.Collection;
import java.util.Map;

/**
 * Addresses of nodes by which other networks reach a gateway of type {@code NodePort}: those of the
 * nodes that its annotation {@code traffic.istio.io/nodeSelector} selects, or of all nodes if the
 * annotation is not an object of labels.
 */
final class NodeAddresses {
  private static final String SELECTOR = "traffic.istio.io/nodeSelector";

  private final Collection<Node> nodes;

  NodeAddresses(Collection<Node> nodes) {
    this.nodes = nodes;
  }

  /** Whether a service is reached through nodes. */
  boolean isGateway(KubernetesService service) {
    return service.type().equals("NodePort")
        && service.metadata().annotations().containsKey(SELECTOR);
  }

  /** The addresses of the nodes that the service selects. */
  ImmutableList<String> of(KubernetesService service) {
    String selector = service.metadata().annotations().getOrDefault(SELECTOR, "");
    Map<String, String> labels = FlatJson.parse(selector).orElse(ImmutableMap.of());
    return nodes.stream()
        .filter(node -> !node.externalAddress().isEmpty())
        .filter(node -> node.metadata().labels().entrySet().containsAll(labels.entrySet()))
        .map(Node::externalAddress)
        .collect(toImmutableList());
  }
}
