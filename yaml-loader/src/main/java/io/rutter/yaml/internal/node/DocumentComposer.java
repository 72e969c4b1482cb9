// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.base.CharMatcher;
import io.rutter.yaml.internal.text.FlowTabs;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Makes the tree of one document. Only nodes are made, never objects: nothing that a text names is
 * ever constructed.
 */
public final class DocumentComposer {
  private DocumentComposer() {}

  /** The root of the document. Empty: it has none, or it is not YAML, which is reported. */
  public static Optional<Node> compose(
      TextDocument document, TreeLimits limits, NodeProblems problems) {
    Node root;
    try {
      root = newComposer(document, limits).getSingleNode();
    } catch (MarkedYAMLException notYaml) {
      problems.malformed(notYaml.getProblemMark(), message(notYaml));
      return Optional.empty();
    } catch (YAMLException notYaml) {
      problems.malformed(null, sentence(notYaml.getMessage()) + " (expected: YAML)");
      return Optional.empty();
    }
    if (root == null || Nodes.isNull(root)) {
      return Optional.empty();
    }
    TreeCheck.check(root, problems, limits.aliasedNodes());
    return problems.hasErrors() ? Optional.empty() : Optional.of(root);
  }

  private static Composer newComposer(TextDocument document, TreeLimits limits) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(limits.depth());
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setAllowRecursiveKeys(false);
    StreamReader reader = new StreamReader(FlowTabs.toSpaces(document.text()));
    return new Composer(new ParserImpl(reader, options), new ExplicitTags(), options);
  }

  private static String message(MarkedYAMLException notYaml) {
    String context = notYaml.getContext();
    String problem = sentence(notYaml.getProblem());
    String found = context == null ? problem : problem + " " + sentence(context);
    return found + " (expected: YAML)";
  }

  private static String sentence(@Nullable String text) {
    return text == null ? "not YAML" : CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
  }
}
