// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

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
import picocli.CommandLine.Mixin;
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

  @Mixin private ProblemReport report = new ProblemReport();

  AnalyzeCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    LoadResult input = InputFiles.load(inputs, in);
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    return report.print(
        input.problemsWith(
            Stream.concat(
                    mesh.analyze().stream(),
                    Translation.of(mesh, input.snapshot().proxies()).problems().stream())
                .toList()),
        out);
  }
}
