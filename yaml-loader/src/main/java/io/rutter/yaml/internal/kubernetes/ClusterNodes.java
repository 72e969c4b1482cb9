// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.node.FlatJson;
import java.util.Collection;
import java.util.Map;

/** The nodes of a cluster, by name. */
public final class ClusterNodes {
  /** The annotation by which a service of type {@code NodePort} is a gateway to its network. */
  private static final String SELECTOR = "traffic.istio.io/nodeSelector";

  private static final Node NO_NODE = new Node(ObjectMeta.of("", ""), "");

  private final ImmutableMap<String, Node> byName;

  ClusterNodes(Collection<Node> nodes) {
    this.byName =
        nodes.stream()
            .sorted(comparing(node -> node.metadata().name()))
            .collect(toImmutableMap(node -> node.metadata().name(), node -> node));
  }

  /**
   * A machine of the cluster.
   *
   * @param metadata name and labels
   * @param externalAddress the first address that the outside reaches it by, or empty
   */
  public record Node(ObjectMeta metadata, String externalAddress) {}

  /** The node of that name; without labels and address if there is none. */
  Node node(String name) {
    return byName.getOrDefault(name, NO_NODE);
  }

  /** All nodes, by name. */
  ImmutableCollection<Node> all() {
    return byName.values();
  }

  /** Whether other networks reach a service through nodes. */
  boolean isGateway(KubernetesService service) {
    return service.type().equals("NodePort")
        && service.metadata().annotations().containsKey(SELECTOR);
  }

  /**
   * The addresses of the nodes that the annotation of a gateway selects; of all nodes if it is not
   * an object of labels.
   */
  ImmutableList<String> gatewayAddresses(KubernetesService service) {
    String selector = service.metadata().annotations().getOrDefault(SELECTOR, "");
    Map<String, String> labels = FlatJson.parse(selector).orElse(ImmutableMap.of());
    return byName.values().stream()
        .filter(node -> !node.externalAddress().isEmpty())
        .filter(node -> node.metadata().labels().entrySet().containsAll(labels.entrySet()))
        .map(Node::externalAddress)
        .collect(toImmutableList());
  }
}
