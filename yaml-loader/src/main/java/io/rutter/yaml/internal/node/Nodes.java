// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What a node is, in words and as a plain Java value. */
public final class Nodes {
  private Nodes() {}

  /** The node as a message shows it. */
  static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      ScalarValue value = Scalars.value(scalar);
      boolean surprising =
          value instanceof ScalarValue.Bool && !scalar.getValue().equalsIgnoreCase(value.asKey());
      return surprising
          ? scalar.getValue() + ", which YAML reads as " + value.display()
          : value.display();
    }
    return node instanceof SequenceNode ? "a list" : "an object";
  }

  /** Whether the node is there but holds nothing. */
  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && Scalars.value(scalar) instanceof ScalarValue.Null;
  }

  /** The text that these keys lead to, one in the other. Empty: there is none. */
  public static Optional<String> text(Node node, String... keys) {
    Node at = node;
    for (String key : keys) {
      NodeTuple entry = at instanceof MappingNode map ? Mappings.entries(map).get(key) : null;
      if (entry == null) {
        return Optional.empty();
      }
      at = entry.getValueNode();
    }
    return at instanceof ScalarNode scalar && Scalars.value(scalar) instanceof ScalarValue.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /**
   * The node as a Java value: String, Boolean, Long for integers, Double for other numbers,
   * ImmutableList or ImmutableMap. Empty: null, and nulls in lists and maps are left out.
   */
  public static Optional<Object> toJava(Node node) {
    if (node instanceof MappingNode mapping) {
      ImmutableMap.Builder<String, Object> map = ImmutableMap.builder();
      for (Map.Entry<String, NodeTuple> entry : Mappings.entries(mapping).entrySet()) {
        toJava(entry.getValue().getValueNode()).ifPresent(value -> map.put(entry.getKey(), value));
      }
      return Optional.of(map.buildKeepingLast());
    }
    if (node instanceof SequenceNode list) {
      return Optional.of(
          list.getValue().stream()
              .flatMap(item -> toJava(item).stream())
              .collect(toImmutableList()));
    }
    ScalarValue value = Scalars.value((ScalarNode) node);
    if (value instanceof ScalarValue.Null) {
      return Optional.empty();
    }
    if (value instanceof ScalarValue.Bool bool) {
      return Optional.of(bool.value());
    }
    return Optional.of(
        value instanceof ScalarValue.Numeric number ? number(number.value()) : value.asKey());
  }

  private static Object number(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException notALong) {
      return value.doubleValue();
    }
  }
}
