// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.StoredRests.Rest;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.Optional;
import java.util.function.Function;

/** Reads the objects of one source of texts. */
final class SourceObjects {
  private final YamlLimits limits;
  private final ObjectReader reader;
  private final Function<ObjectKey, Optional<StoredObject>> before;
  private final BoundedProblems problems;
  private final AppliedObjects applied = new AppliedObjects();

  /**
   * Reads objects.
   *
   * @param before the object that is known by a key: it is not read again if it did not change
   */
  SourceObjects(
      YamlLimits limits, ObjectReader reader, Function<ObjectKey, Optional<StoredObject>> before) {
    this.limits = limits;
    this.reader = reader;
    this.before = before;
    this.problems = new BoundedProblems(limits.problems());
  }

  /** Reads the source. */
  void read(YamlSource source) {
    FileTexts texts = SourceTexts.read(ImmutableList.of(source), limits, problems);
    new DocumentReader(TreeLimits.of(limits), problems, this::read).read(texts);
  }

  private void read(TextDocument document, ImmutableList<RootObject> all) {
    for (RootObject object : all) {
      long characters = document.text().length() / all.size();
      applied.add(read(document, object, characters));
    }
  }

  private StoredObject read(TextDocument document, RootObject object, long characters) {
    ObjectIdentity identity = ObjectIdentity.of(object);
    Places.Place place = new Places.Place(document, object.place());
    return before
        .apply(identity.key())
        .filter(known -> known.stands(place) && !applied.has(identity.key()))
        .orElseGet(
            () -> {
              BoundedProblems found = BoundedProblems.ofObject(limits.problems());
              ReadObject read = reader.read(document, object, applied::isTaken, found).at(place);
              return new StoredObject(identity, read, found.all(), characters);
            });
  }

  /** The objects by key. */
  ImmutableList<StoredObject> objects() {
    return applied.objects();
  }

  /** Their keys. */
  ImmutableSet<ObjectKey> keys() {
    return applied.keys();
  }

  /** What else there is. */
  Rest rest() {
    return new Rest(problems.all(), applied.others());
  }
}
