// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter analyze}: prints what is wrong with a mesh as a whole. */
@Command(
    name = "analyze",
    description =
        "Prints the problems of a mesh: of its documents, of what they name, and of its proxies.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintWriter out;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input; all make one mesh.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or github (workflow commands).")
  private ProblemFormat format = ProblemFormat.TEXT;

  @Option(names = "--notes", description = "Notes as well. Default: errors and warnings.")
  private boolean notes;

  AnalyzeCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    LoadResult input = InputFiles.load(inputs, in);
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    ImmutableList<Problem> all =
        input.problemsWith(
            Stream.concat(
                    mesh.analyze().stream(),
                    Translation.of(mesh, input.snapshot().proxies()).problems().stream())
                .toList());
    ProblemPrinter.print(
        all.stream()
            .filter(problem -> notes || problem.severity() != Severity.NOTE)
            .collect(ImmutableList.toImmutableList()),
        format,
        out);
    return all.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
        ? Rutter.INPUT_HAS_ERRORS
        : 0;
  }
}
