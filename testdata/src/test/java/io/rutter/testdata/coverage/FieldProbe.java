// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import io.rutter.testdata.coverage.YamlMesh.Occurrence;
import io.rutter.translator.TranslationOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out what a field of the input does by taking it away, or changing it where it must be
 * there, and looking at which fields of the output change.
 */
final class FieldProbe {
  private final InputSchema schema;
  private final Map<Field, Effect> effects = new LinkedHashMap<>();

  FieldProbe(InputSchema schema) {
    this.schema = schema;
  }

  /** A field of a type, for example {@code attempts} of {@code RetryPolicy}. */
  record Field(String type, String name) {}

  /** What a field does, and the case that shows it. */
  record Effect(Set<String> outputPaths, String caseName) {}

  /** Tries every field of the case's documents whose effect is not known yet. */
  void probe(String caseName, String yaml, TranslationOptions options) {
    YamlMesh mesh = YamlMesh.of(yaml);
    Optional<Translated> before = Optional.empty();
    for (Occurrence occurrence : mesh.occurrences(schema)) {
      Field field = new Field(occurrence.type(), occurrence.field());
      if (effects.containsKey(field)) {
        continue;
      }
      if (before.isEmpty()) {
        before = Optional.of(Translated.of(mesh.text(), options));
      }
      Set<String> changed = effectOf(mesh, occurrence, before.get(), options);
      if (!changed.isEmpty()) {
        effects.put(field, new Effect(changed, caseName));
      }
    }
  }

  private static Set<String> effectOf(
      YamlMesh mesh, Occurrence occurrence, Translated before, TranslationOptions options) {
    Set<String> changed = new TreeSet<>();
    for (String variant : mesh.variants(occurrence)) {
      Translated after = Translated.of(variant, options);
      // A document that the change made invalid is missing as a whole, which says nothing.
      if (after.errors() <= before.errors()) {
        changed.addAll(OutputDifference.between(before.output(), after.output()));
      }
      if (!changed.isEmpty()) {
        return changed;
      }
    }
    return changed;
  }

  /** What was found, by field. */
  Map<Field, Effect> effects() {
    return effects;
  }
}
