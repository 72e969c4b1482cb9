// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.calltest.ConfigValidatorCase;
import io.rutter.inspect.calltest.TestCase;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.DocumentShape;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.KeyCheck;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the tests of a document. The list in it decides the form: {@code calls}, {@code tests}
 * (router_check_tool) or {@code testCases} (istio-config-validator).
 */
public final class TestDocumentReader {
  private static final String FORMS = "calls, tests or testCases";

  private TestDocumentReader() {}

  /** The tests of a document; none if it has errors, which are reported. */
  public static ImmutableList<TestCase> read(
      TextDocument document, TreeLimits limits, ProblemSink sink) {
    List<Problem> found = new ArrayList<>();
    NodeProblems problems = new NodeProblems(document.file(), document.firstLine(), found::add);
    Optional<Node> root = DocumentComposer.compose(document, limits, problems);
    ImmutableList<TestCase> tests =
        root.isPresent() ? read(root.get(), problems) : ImmutableList.of();
    boolean strict = tests.stream().noneMatch(test -> test instanceof ConfigValidatorCase);
    found.forEach(problem -> sink.report(strict ? strict(problem) : problem));
    return tests;
  }

  /** Whether a document of a folder has tests, or must have been meant to. */
  public static boolean isFor(TextDocument document, TreeLimits limits) {
    NodeProblems unreported =
        new NodeProblems(document.file(), document.firstLine(), problem -> {});
    DocumentShape shape =
        DocumentComposer.compose(document, limits, unreported)
            .map(DocumentShape::of)
            .orElseGet(() -> DocumentShape.ofText(document.text()));
    return shape == DocumentShape.TESTS;
  }

  private static ImmutableList<TestCase> read(Node root, NodeProblems problems) {
    if (!(root instanceof MappingNode mapping)) {
      problems.error(ProblemCode.WRONG_TYPE, "", root, "a list or a text (expected: an object)");
      return ImmutableList.of();
    }
    KeyCheck.check(mapping, problems);
    ObjectNode in = ObjectNode.root(mapping, FieldNames.PROTOBUF, problems);
    ImmutableList<TestCase> tests = read(in);
    in.finish();
    return problems.hasErrors() ? ImmutableList.of() : tests;
  }

  private static ImmutableList<TestCase> read(ObjectNode in) {
    Optional<String> form = in.oneOf("calls", "tests", "testCases");
    if (form.isEmpty()) {
      in.reportMissing("calls", "a list of tests: " + FORMS);
      return ImmutableList.of();
    }
    return switch (form.get()) {
      case "calls" -> ImmutableList.copyOf(CallTestReader.readAll(in));
      case "tests" -> ImmutableList.copyOf(RouterCheckTestReader.readAll(in));
      default -> ImmutableList.copyOf(ConfigValidatorTestReader.readAll(in));
    };
  }

  /**
   * An unknown field is an error: ignoring an expectation would make a test pass that checks
   * nothing. istio-config-validator ignores unknown fields, so its files may have some.
   */
  private static Problem strict(Problem problem) {
    return problem.code() == ProblemCode.UNKNOWN_FIELD
        ? problem.toBuilder()
            .severity(Severity.ERROR)
            .message(problem.message().replace(", it is left out", ""))
            .build()
        : problem;
  }
}
