// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.base.CharMatcher;
import io.rutter.yaml.internal.node.BoundedParser.TooLargeException;
import io.rutter.yaml.internal.text.FlowTabs;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Makes the tree of one document. Only nodes are made, never objects: nothing that a document names
 * is ever constructed.
 */
public final class DocumentComposer {
  private DocumentComposer() {}

  /** The root of the document. Empty: it has none, or it is not YAML, which is reported. */
  public static Optional<Node> compose(
      TextDocument document, TreeLimits limits, NodeProblems problems) {
    TextReader reader = new TextReader(FlowTabs.toSpaces(document.text()));
    Node root;
    try {
      root = newComposer(reader, limits).getSingleNode();
    } catch (TooLargeException tooLarge) {
      problems.tooLarge(tooLarge.mark(), tooLarge.problem());
      return Optional.empty();
    } catch (MarkedYAMLException notYaml) {
      problems.malformed(notYaml.getProblemMark(), message(notYaml, problems));
      return Optional.empty();
    } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException notYaml) {
      // SnakeYAML's scanner has no exception of its own for each mistake: "\UFFFFFFFF" is a
      // NumberFormatException. Where it stopped is where the mistake is.
      problems.malformed(
          reader.getMark(),
          "nothing that YAML knows, or an escape of no character (expected: YAML)");
      return Optional.empty();
    }
    if (root == null || Nodes.isNull(root)) {
      return Optional.empty();
    }
    TreeCheck.check(root, problems, limits);
    return problems.hasErrors() ? Optional.empty() : Optional.of(root);
  }

  /** SnakeYAML's own limits are lifted, because {@link TreeLimits} bound the tree. */
  private static Composer newComposer(TextReader reader, TreeLimits limits) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    options.setAllowRecursiveKeys(false);
    return new Composer(
        new BoundedParser(new ParserImpl(reader, options), limits),
        new Scalars.Unresolved(),
        options);
  }

  private static String message(MarkedYAMLException notYaml, NodeProblems problems) {
    String found = sentence(notYaml.getProblem());
    if (found.contains("TAB")) {
      return "a tab (expected: spaces to indent with)";
    }
    Mark start = notYaml.getContextMark();
    String context = notYaml.getContext() == null ? "" : " " + sentence(notYaml.getContext());
    String place = start == null ? "" : " that starts at line " + problems.locate(start).line();
    return found + context + place + " (expected: YAML)";
  }

  private static String sentence(@Nullable String text) {
    return text == null ? "not YAML" : CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
  }
}
