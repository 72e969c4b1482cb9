// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Comparator;
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
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input; all make one mesh.")
  private List<String> inputs = List.of();

  @Mixin private ProblemReport report = new ProblemReport();
  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin private MostClusters mostClusters = new MostClusters();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  AnalyzeCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    ProblemRules rules = policy.rules();
    LoadResult input = InputFiles.load(inputs, standardInput, in, err);
    ImmutableList<Problem> problems = found(input);
    JudgedProblems judged = rules.judge(problems, input);
    judged.printUnused(suppression -> true, err);
    return report.print("analyze", judged, out, err);
  }

  private ImmutableList<Problem> found(LoadResult input) {
    try (Progress progress = Progress.on(err)) {
      progress.stage("analyzing the mesh");
      CompiledMesh mesh = Translator.create().compile(input.snapshot());
      ImmutableList<Proxy> proxies =
          input.snapshot().proxies().stream()
              .sorted(Comparator.comparing(Proxy::id))
              .collect(ImmutableList.toImmutableList());
      int looked = mostClusters.within(input.snapshot(), proxies.size());
      return input.problemsWith(
          Stream.of(
                  mesh.analyze().stream(),
                  Translation.of(mesh, proxies.subList(0, looked)).problems().stream(),
                  proxies.stream().skip(looked).limit(1).map(p -> leftOut(p, proxies, looked)))
              .flatMap(found -> found)
              .toList());
    }
  }

  private Problem leftOut(Proxy first, ImmutableList<Proxy> proxies, int looked) {
    return Problem.warning(ProblemCode.LIMIT_EXCEEDED)
        .object(new ConfigKey("Proxy", first.namespace(), first.name()))
        .message(
            "problems that only the translation for this proxy and %d more shows are not looked for (expected: at most %d clusters of all proxies, or a higher --most-clusters)"
                .formatted(proxies.size() - looked - 1, mostClusters.most()))
        .build();
  }
}
