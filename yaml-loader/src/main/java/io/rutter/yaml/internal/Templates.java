// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Tells the templates of a chart, of which some are not YAML and others are another YAML than it
 * seems: <code>{{ .Values.name }}</code> is an object whose key is an object. What a template
 * stands for would be lost if it were skipped, so it is an error, but one and not one for each
 * value.
 */
final class Templates {
  private static final String OPENING = "{{";
  private static final String MESSAGE = "{{ is of a template, which must be rendered before";

  private Templates() {}

  /** A problem of the text, with a hint if it is a template. */
  static Problem explain(Problem problem, TextDocument document) {
    boolean isTemplate =
        problem.code() == ProblemCode.MALFORMED_YAML && document.text().contains(OPENING);
    return isTemplate
        ? problem.toBuilder().message(problem.message() + "; " + MESSAGE).build()
        : problem;
  }

  /** The first value in an object that a template stands for, where there is one. */
  static Optional<Node> find(TextDocument document, Node object) {
    return document.text().contains(OPENING)
        ? find(object, Collections.newSetFromMap(new IdentityHashMap<>()))
        : Optional.empty();
  }

  /** What is wrong with such a value. */
  static String message() {
    return MESSAGE + " (expected: YAML)";
  }

  private static Optional<Node> find(Node node, Set<Node> seen) {
    if (!seen.add(node)) {
      return Optional.empty();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().flatMap(item -> find(item, seen).stream()).findFirst();
    }
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof MappingNode) {
        return Optional.of(node);
      }
      Optional<Node> found = find(entry.getValueNode(), seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
