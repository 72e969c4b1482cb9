// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.base.Suppliers;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.LineLocator;
import io.rutter.yaml.internal.node.NodeLocator;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.TextDocument;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Finds positions by composing the text of a document again, so that only texts are kept and not
 * the trees that were read.
 */
final class TextSources implements SourceMap {
  /** Trees of documents are kept up to this many characters together, or of one that has more. */
  private static final int KEPT_CHARACTERS = 1 << 23;

  private final Places places;
  private final TreeLimits limits;

  /** Made for the first question: most input has no problem. */
  private final Supplier<Cache<TextDocument, Tree>> trees =
      Suppliers.memoize(
              () ->
                  CacheBuilder.newBuilder()
                      .maximumWeight(KEPT_CHARACTERS)
                      .<TextDocument, Tree>weigher((document, tree) -> weight(document))
                      .concurrencyLevel(1)
                      .weakKeys()
                      .softValues()
                      .build())
          ::get;

  TextSources(Places places, TreeLimits limits) {
    this.places = places;
    this.limits = limits;
  }

  /** The tree of a document; those asked for last are kept, because questions come in groups. */
  private Optional<Tree> tree(TextDocument document, NodeProblems positions) {
    Optional<Tree> known = Optional.ofNullable(trees.get().getIfPresent(document));
    if (known.isPresent()) {
      return known;
    }
    Optional<Tree> tree =
        DocumentComposer.compose(document, limits, positions)
            .map(root -> new Tree(root, new NodeLocator()));
    tree.ifPresent(found -> trees.get().put(document, found));
    return tree;
  }

  private static int weight(TextDocument document) {
    return Math.min(document.text().length(), KEPT_CHARACTERS / 2);
  }

  /**
   * A tree that questions are asked about.
   *
   * @param root its root
   * @param locator answers them
   */
  private record Tree(Node root, NodeLocator locator) {
    /** One question at a time: the locator remembers what it has seen. */
    synchronized Node place(Places.Place place, String path) {
      return locator.place(locator.find(root, place.path()), path);
    }

    synchronized ImmutableList<String> paths(Places.Place place, int line) {
      return LineLocator.paths(locator.find(root, place.path()), line);
    }
  }

  @Override
  public Optional<SourceLocation> locate(ConfigKey object, String path) {
    return places.of(object).flatMap(place -> locate(place, path));
  }

  @Override
  public ImmutableList<ConfigValue> valuesAt(String file, int line) {
    Set<ConfigValue> found = new LinkedHashSet<>();
    places.forEach(
        (object, place) -> {
          int inDocument = line - place.document().firstLine();
          if (isFile(file, place.document().file()) && inDocument >= 0) {
            for (String path : paths(place, inDocument)) {
              found.add(new ConfigValue(object, path));
              places.madeOfWhole(object).forEach(made -> found.add(new ConfigValue(made, "")));
            }
          }
        });
    return ImmutableList.sortedCopyOf(found);
  }

  private ImmutableList<String> paths(Places.Place place, int line) {
    TextDocument document = place.document();
    NodeProblems positions = new NodeProblems(document.file(), document.firstLine(), problem -> {});
    return tree(document, positions)
        .map(tree -> tree.paths(place, line))
        .orElse(ImmutableList.of());
  }

  private static boolean isFile(String asked, String known) {
    return asked.equals(known) || Path.of(asked).normalize().equals(Path.of(known).normalize());
  }

  private Optional<SourceLocation> locate(Places.Place place, String path) {
    TextDocument document = place.document();
    NodeProblems positions = new NodeProblems(document.file(), document.firstLine(), problem -> {});
    return tree(document, positions)
        .map(tree -> tree.place(place, path))
        .map(Node::getStartMark)
        .map(positions::locate);
  }
}
