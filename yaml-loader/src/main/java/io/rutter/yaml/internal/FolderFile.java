// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.DocumentShape;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Picks the objects of a file that was found in a folder, where nobody said that it holds any. A
 * document without a kind is skipped only if no other document of the file is an object: next to
 * one it is a mistake.
 */
final class FolderFile {
  private final Reading reading;
  private final TreeLimits limits;
  private final ProblemSink sink;
  private final List<TextDocument> others = new ArrayList<>();
  private boolean hasObject;

  /** Reads a document that has been composed, and reports the problems of that. */
  interface Reading {
    void read(TextDocument document, Optional<Node> root, List<Problem> found);
  }

  FolderFile(Reading reading, TreeLimits limits, ProblemSink sink) {
    this.reading = reading;
    this.limits = limits;
    this.sink = sink;
  }

  /** Reads the objects among the documents, and returns whether there is one. */
  boolean read(ImmutableList<TextDocument> documents) {
    documents.forEach(this::read);
    if (hasObject) {
      others.forEach(this::readAsObject);
    } else if (!others.isEmpty()) {
      skip(others.get(0), "no object with apiVersion and kind");
    }
    return hasObject;
  }

  private void read(TextDocument document) {
    List<Problem> found = new ArrayList<>();
    Optional<Node> root = compose(document, found);
    if (root.isEmpty() && found.isEmpty()) {
      return; // Nothing but "null".
    }
    switch (root.map(DocumentShape::of).orElseGet(() -> DocumentShape.ofText(document.text()))) {
      case OBJECT -> {
        hasObject = true;
        reading.read(document, root, found);
      }
      case TESTS -> skip(document, "tests of calls, which rutter simulate --tests runs");
      case OTHER -> others.add(document);
    }
  }

  private void readAsObject(TextDocument document) {
    List<Problem> found = new ArrayList<>();
    reading.read(document, compose(document, found), found);
  }

  private Optional<Node> compose(TextDocument document, List<Problem> found) {
    return DocumentComposer.compose(
        document, limits, new NodeProblems(document.file(), document.firstLine(), found::add));
  }

  private void skip(TextDocument document, String what) {
    sink.report(
        Problem.builder(Severity.NOTE, ProblemCode.IGNORED_DOCUMENT)
            .location(new SourceLocation(document.file(), document.firstLine(), 1))
            .message("skipped, because the file was found in a folder: " + what)
            .build());
  }
}
