// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableMap;
import io.rutter.yaml.internal.text.TextDocument;
import io.rutter.yaml.internal.text.YamlCharacters;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads an annotation whose value is a JSON object of strings. */
public final class FlatJson {
  private static final TreeLimits LIMITS = new TreeLimits(10_000, 4, 0, 1_000, 1_024);

  private FlatJson() {}

  /** The object. Empty: the value is not one. */
  public static Optional<ImmutableMap<String, String>> parse(String text) {
    if (!YamlCharacters.areAllowed(text)) {
      return Optional.empty();
    }
    NodeProblems problems = new NodeProblems("", 1, problem -> {});
    Optional<ImmutableMap<String, String>> map =
        DocumentComposer.compose(new TextDocument("", 1, text), LIMITS, problems)
            .filter(MappingNode.class::isInstance)
            .map(root -> ObjectNode.root((MappingNode) root, FieldNames.EXACT, problems))
            .map(ObjectNode::texts);
    return problems.hasErrors() ? Optional.empty() : map;
  }
}
