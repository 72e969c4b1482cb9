// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.problem.ProblemCode;
import io.rutter.yaml.internal.node.NodeLocator;
import io.rutter.yaml.internal.node.NodeProblems;
import java.util.Arrays;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The problems that authors of objects accept: what their annotations name. */
final class SuppressedCodes {
  private static final String ANNOTATION = "rutter.io/suppress";
  private static final Splitter CODES = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final ImmutableList<String> KNOWN =
      Arrays.stream(ProblemCode.values()).map(ProblemCode::id).collect(toImmutableList());

  private final SetMultimap<ConfigKey, ProblemCode> codes = LinkedHashMultimap.create();

  /** Those of an object. A code that there is not would suppress nothing, unnoticed. */
  static ImmutableSet<ProblemCode> read(
      ObjectMeta metadata, MappingNode node, NodeProblems problems) {
    ImmutableSet.Builder<ProblemCode> named = ImmutableSet.builder();
    String value = metadata.annotations().getOrDefault(ANNOTATION, "");
    for (String id : CODES.split(value)) {
      Optional<ProblemCode> code = ProblemCode.of(id);
      code.ifPresent(named::add);
      if (code.isEmpty()) {
        String path = "metadata.annotations[\"" + ANNOTATION + "\"]";
        problems.warning(
            ProblemCode.INVALID_VALUE,
            path,
            new NodeLocator().place(node, path),
            "\"" + id + "\" (expected: " + Suggestions.of(id, KNOWN) + ")");
      }
    }
    return named.build();
  }

  /** Adds those of an object. */
  void add(ConfigKey object, ImmutableSet<ProblemCode> named) {
    codes.putAll(object, named);
  }

  /** Problems of what is made of a document are its problems. */
  void alsoFor(ConfigKey object, ConfigKey document) {
    codes.putAll(object, ImmutableSet.copyOf(codes.get(document)));
  }

  /** The same of all that is made of documents, beside what Ingresses make. */
  void alsoForMade() {
    for (ConfigKey document : ImmutableSet.copyOf(codes.keySet())) {
      Places.madeOf(document).ifPresent(object -> alsoFor(object, document));
    }
  }

  /** The codes of each object that names some. */
  ImmutableSetMultimap<ConfigKey, ProblemCode> all() {
    return ImmutableSetMultimap.copyOf(codes);
  }
}
