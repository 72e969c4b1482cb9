// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.write;

import io.rutter.inspect.graph.GraphNode;

/** Words for kinds of nodes, so that no kind is told by shape or colour alone. */
public final class NodeTexts {
  private NodeTexts() {}

  /** The name with the word for its kind, where the name does not say it. */
  public static String title(GraphNode node) {
    return switch (node.kind()) {
      case GATEWAY -> "Gateway " + node.name();
      case CLIENT -> "sidecars of " + node.name();
      case MISSING -> "missing: " + node.name();
      case EXTERNAL -> node.name() + " (external)";
      case HOST, SERVICE, SUBSET, RULE, ANSWER, REST -> node.name();
    };
  }
}
