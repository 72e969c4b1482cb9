// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads values whose shape nobody knows. */
public final class FreeForm {
  private FreeForm() {}

  /**
   * The node as String, Boolean, Long, Double, ImmutableList or ImmutableMap; nulls are left out.
   */
  public static Optional<Object> read(Node node) {
    return Nodes.toJava(node);
  }
}
