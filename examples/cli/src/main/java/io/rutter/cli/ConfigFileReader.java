// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.SourceTexts;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.KeyCheck;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.TextDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code .rutter.yaml}. Whatever it does not know is an error. */
final class ConfigFileReader {
  private final List<Problem> problems = new ArrayList<>();

  private ConfigFileReader() {}

  /**
   * Reads a file.
   *
   * @throws ConfigFileException with all that is wrong
   */
  static ConfigFile read(Path file) {
    ConfigFileReader reader = new ConfigFileReader();
    ConfigFile config = reader.readFile(file);
    if (!reader.problems.isEmpty()) {
      throw new ConfigFileException(ImmutableList.copyOf(reader.problems));
    }
    return config;
  }

  private ConfigFile readFile(Path file) {
    if (Files.isDirectory(file)) {
      reportFile(file.toString(), 1, "a folder (expected: a file)");
      return ConfigFile.EMPTY;
    }
    YamlLimits limits = YamlLimits.DEFAULT;
    FileTexts texts =
        SourceTexts.read(ImmutableList.of(YamlSource.path(file)), limits, this::report);
    List<TextDocument> documents =
        texts.contents().stream().flatMap(each -> each.documents().stream()).toList();
    documents.stream()
        .skip(1)
        .forEach(
            more ->
                reportFile(more.file(), more.firstLine(), "another document (expected: only one)"));
    return documents.isEmpty()
        ? ConfigFile.EMPTY
        : readDocument(documents.get(0), TreeLimits.of(limits));
  }

  private void reportFile(String file, int line, String message) {
    report(
        Problem.error(ProblemCode.WRONG_TYPE)
            .location(new SourceLocation(file, line, 1))
            .message(message)
            .build());
  }

  private ConfigFile readDocument(TextDocument document, TreeLimits limits) {
    NodeProblems found = new NodeProblems(document.file(), document.firstLine(), this::report);
    Optional<Node> root = DocumentComposer.compose(document, limits, found);
    if (root.isEmpty()) {
      return ConfigFile.EMPTY;
    }
    if (!(root.get() instanceof MappingNode mapping)) {
      found.error(ProblemCode.WRONG_TYPE, "", root.get(), "a list or a text (expected: an object)");
      return ConfigFile.EMPTY;
    }
    KeyCheck.check(mapping, found);
    ObjectNode in = ObjectNode.root(mapping, FieldNames.EXACT, found);
    ConfigFile config =
        new ConfigFile(
            severity(in, "failOn"),
            in.bool("strict"),
            in.objects("suppress", ConfigFileReader::suppression),
            in.object("severity", ConfigFileReader::severities).orElse(ImmutableList.of()));
    in.finish();
    return config;
  }

  /** One that is left out or misspelled would change what the file means. */
  private void report(Problem problem) {
    if (problem.code() == ProblemCode.EMPTY_INPUT) {
      return; // Everything may be commented out.
    }
    problems.add(
        problem.toBuilder()
            .severity(Severity.ERROR)
            .message(problem.message().replace(", it is left out", ""))
            .build());
  }

  private static Suppression suppression(ObjectNode in) {
    Optional<String> object = in.string("object");
    in.accept("reason");
    String code = in.string("code").orElse("");
    if (code.isEmpty()) {
      in.reportMissing("code", "a code, see rutter codes");
    } else {
      ProblemPattern.expectedCode(code).ifPresent(expected -> in.reportInvalid("code", expected));
    }
    return new Suppression(
        ProblemPattern.parse(object.map(name -> code + "=" + name).orElse(code)),
        in.location() + ": suppress");
  }

  private static ImmutableList<SeverityRule> severities(ObjectNode in) {
    ImmutableList.Builder<SeverityRule> rules = ImmutableList.builder();
    for (String code : in.names()) {
      ProblemPattern.expectedCode(code)
          .ifPresent(expected -> in.reportInvalid(code, expected + " in place of " + code));
      severity(in, code)
          .ifPresent(severity -> rules.add(new SeverityRule(ProblemPattern.parse(code), severity)));
    }
    return rules.build();
  }

  private static Optional<Severity> severity(ObjectNode in, String field) {
    Optional<String> name = in.string(field);
    Optional<Severity> severity = name.flatMap(SeverityNames::find);
    if (name.isPresent() && severity.isEmpty()) {
      in.reportInvalid(field, SeverityNames.EXPECTED);
    }
    return severity;
  }
}
