// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceMap;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.TextDocument;

/**
 * Reads documents one after the other into one mesh. An object with an error is left out; so is the
 * second of two objects with the same name.
 */
public final class MeshReader {
  private final TreeLimits limits;
  private final ProblemSink sink;
  private final ObjectReader reader;
  private final MeshAssembly mesh;

  /** Reads objects within limits, and checks what it reads. */
  public MeshReader(YamlLimits limits, Validation validation, ProblemSink sink) {
    this.limits = TreeLimits.of(limits);
    this.sink = sink;
    this.reader = new ObjectReader(limits.products(), validation);
    this.mesh = new MeshAssembly(limits, validation);
  }

  /** Reads the documents of files. */
  public void read(FileTexts texts) {
    new DocumentReader(limits, sink, this::read).read(texts);
  }

  private void read(TextDocument document, ImmutableList<RootObject> objects) {
    mesh.addCharacters(document.text().length());
    for (RootObject object : objects) {
      mesh.add(
          reader
              .read(document, object, mesh::has, sink)
              .at(new Places.Place(document, object.place())));
    }
  }

  /** The mesh of all documents so far. */
  public MeshSnapshot snapshot() {
    SourceMap sources = sources();
    return mesh.complete(new MadeObjects(), problem -> sink.report(problem.locatedBy(sources)));
  }

  /** What the annotations of the objects so far say of problems. */
  public ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return mesh.suppressedCodes();
  }

  /** The positions of all objects so far. */
  public SourceMap sources() {
    return mesh.sources();
  }
}
