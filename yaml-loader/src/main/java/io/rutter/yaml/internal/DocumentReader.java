// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceLocation;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.FileTexts.FileDocuments;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Finds the objects in documents. */
final class DocumentReader {
  private final TreeLimits limits;
  private final ProblemSink sink;
  private final Taker taker;

  /** Takes the objects of a document. */
  interface Taker {
    void read(TextDocument document, ImmutableList<RootObject> objects);
  }

  /**
   * Reads documents.
   *
   * @param limits what their trees may be
   * @param sink takes what is wrong with them
   * @param taker takes their objects, document by document
   */
  DocumentReader(TreeLimits limits, ProblemSink sink, Taker taker) {
    this.limits = limits;
    this.sink = sink;
    this.taker = taker;
  }

  /** Reads the documents of files, and says which folders have no object. */
  void read(FileTexts texts) {
    Set<String> foldersWithoutObject = new LinkedHashSet<>();
    Set<String> foldersWithObject = new HashSet<>();
    for (FileDocuments file : texts.contents()) {
      boolean hasObject = read(file);
      file.folder().ifPresent((hasObject ? foldersWithObject : foldersWithoutObject)::add);
    }
    foldersWithoutObject.removeAll(foldersWithObject);
    foldersWithoutObject.forEach(folder -> sink.report(noObject(folder)));
  }

  private static Problem noObject(String folder) {
    return Problem.warning(ProblemCode.EMPTY_INPUT)
        .location(new SourceLocation(folder, 1, 1))
        .message("no object in any file of it (expected: objects with apiVersion and kind)")
        .build();
  }

  /** Reads the documents of a file, and returns whether it has an object. */
  private boolean read(FileDocuments file) {
    if (file.folder().isPresent()) {
      return new FolderFile(this::read, limits, sink).read(file.documents());
    }
    boolean isEmpty = true;
    for (TextDocument document : file.documents()) {
      isEmpty &= !read(document);
    }
    if (isEmpty && !file.documents().isEmpty()) {
      TextDocument first = file.documents().get(0);
      sink.report(
          Problem.warning(ProblemCode.EMPTY_INPUT)
              .location(new SourceLocation(first.file(), first.firstLine(), 1))
              .message("no object, only null (expected: an object with apiVersion and kind)")
              .build());
    }
    return true;
  }

  /** Reads a document, in which all must be objects, and returns whether there is anything. */
  private boolean read(TextDocument document) {
    List<Problem> found = new ArrayList<>();
    Optional<Node> root =
        DocumentComposer.compose(document, limits, newProblems(document, found::add));
    read(document, root, found);
    return root.isPresent() || !found.isEmpty();
  }

  /**
   * Reads a document that has been composed.
   *
   * @param found the problems of that
   */
  private void read(TextDocument document, Optional<Node> root, List<Problem> found) {
    found.forEach(problem -> sink.report(Templates.explain(problem, document)));
    root.ifPresent(node -> taker.read(document, objectsOf(node, newProblems(document, sink))));
  }

  /** The objects of a tree. */
  static ImmutableList<RootObject> objectsOf(Node root, NodeProblems problems) {
    return RootObject.in(root, version -> !ApiGroups.isRead(ApiGroups.of(version)), problems);
  }

  private static NodeProblems newProblems(TextDocument document, ProblemSink sink) {
    return new NodeProblems(document.file(), document.firstLine(), sink);
  }
}
