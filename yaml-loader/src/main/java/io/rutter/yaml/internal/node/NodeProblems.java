// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Reports problems of one object, with the positions of its nodes, and counts the errors. */
public final class NodeProblems {
  private final String file;
  private final int firstLine;
  private final ProblemSink sink;
  private Optional<ConfigKey> object = Optional.empty();
  private final Map<String, Problem> forValidation = new LinkedHashMap<>();
  private final ReadErrors readErrors = new ReadErrors();
  private int errors;

  /**
   * Reports problems of a document.
   *
   * @param file the name of the file
   * @param firstLine the line of the file that the document's text starts with, counted from 1
   * @param sink takes the problems
   */
  public NodeProblems(String file, int firstLine, ProblemSink sink) {
    this.file = file;
    this.firstLine = firstLine;
    this.sink = sink;
  }

  /**
   * Takes problems of keys of the document's root only: what is in an object of others is not ours,
   * but a second {@code kind} would make it one.
   */
  public NodeProblems ofOutermostKeys() {
    NodeProblems outermost =
        new NodeProblems(
            file,
            firstLine,
            problem -> {
              if (problem.path().indexOf('.') < 0 && problem.path().indexOf('[') < 0) {
                sink.report(problem);
              }
            });
    outermost.object = object;
    return outermost;
  }

  /** Names the object in problems from now on. */
  public void name(ConfigKey key) {
    object = Optional.of(key);
  }

  /** The object that was named last. */
  public Optional<ConfigKey> object() {
    return object;
  }

  /** Whether an error was reported. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many errors were reported. */
  int errorCount() {
    return errors;
  }

  /** The position of a mark of the document's text. */
  public SourceLocation locate(Mark mark) {
    return new SourceLocation(file, firstLine + mark.getLine(), mark.getColumn() + 1);
  }

  /**
   * Passes on a problem that somebody else found, with the position of the node if there is one.
   */
  public void report(Problem problem, @Nullable Node node) {
    if (problem.severity() == Severity.ERROR) {
      errors++;
      readErrors.add(problem.path());
    }
    sink.report(
        node == null || problem.location().isPresent()
            ? problem
            : problem.toBuilder().location(locate(node.getStartMark())).build());
  }

  /** Keeps what is wrong with a value whose type is right, for those who validate. */
  void leaveToValidation(String path, String message) {
    forValidation.put(
        path,
        Problem.error(ProblemCode.INVALID_VALUE)
            .object(object)
            .path(path)
            .message(message)
            .build());
  }

  /**
   * What validation has found, with what was left to it, which counts where both speak of one
   * value; without what may only be so because a value with an error was read as absent.
   */
  public ImmutableList<Problem> ofValidation(List<Problem> found) {
    return Stream.concat(
            forValidation.values().stream(),
            found.stream().filter(problem -> !forValidation.containsKey(problem.path())))
        .filter(problem -> !readErrors.mayCause(problem))
        .collect(toImmutableList());
  }

  /** Reports that a number, a duration or a truth value is wrong. */
  void wrongValue(ProblemCode code, String path, Node node, String message) {
    Problem problem = Problem.error(code).object(object).path(path).message(message).build();
    errors++;
    readErrors.addValue(path);
    sink.report(problem.toBuilder().location(locate(node.getStartMark())).build());
  }

  /** Reports an error. */
  public void error(ProblemCode code, String path, @Nullable Node node, String message) {
    report(Severity.ERROR, code, path, node, message);
  }

  /** Reports that the document is not YAML. */
  void malformed(Mark mark, String message) {
    ofDocument(ProblemCode.MALFORMED_YAML, mark, message);
  }

  /** Reports that the document exceeds a bound. */
  void tooLarge(Mark mark, String message) {
    ofDocument(ProblemCode.LIMIT_EXCEEDED, mark, message);
  }

  private void ofDocument(ProblemCode code, Mark mark, String message) {
    errors++;
    sink.report(Problem.error(code).location(locate(mark)).message(message).build());
  }

  /** Reports a warning. */
  public void warning(ProblemCode code, String path, @Nullable Node node, String message) {
    report(Severity.WARNING, code, path, node, message);
  }

  /** Reports a note. */
  void note(ProblemCode code, String path, @Nullable Node node, String message) {
    report(Severity.NOTE, code, path, node, message);
  }

  private void report(
      Severity severity, ProblemCode code, String path, @Nullable Node node, String message) {
    report(
        Problem.builder(severity, code).object(object).path(path).message(message).build(), node);
  }
}
