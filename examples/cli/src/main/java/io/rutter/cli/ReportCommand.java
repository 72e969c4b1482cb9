// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonObject;
import io.rutter.cli.report.ReportData;
import io.rutter.cli.report.ReportPage;
import io.rutter.cli.svg.GraphSvg;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.model.problem.Problem;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter report}: a mesh as a page for a browser. */
@Command(
    name = "report",
    description = {
      "Writes one page for a browser, which needs no network: who calls whom, the hosts with their"
          + " rules, where a request goes, proxies, problems and their source; with --before or"
          + " --git, what a change does.",
      "",
      "  rutter report mesh -o report.html",
      "  rutter report mesh --git main -o report.html",
      ""
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  /** Pictures of more nodes are no use on a page. */
  private static final int MOST_NODES = 120;

  /** Pictures of so many nodes are not too large for services that no rule concerns. */
  private static final int SMALL = 40;

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input; all make one mesh.")
  private List<String> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes to this file. Default: standard output.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--before",
      paramLabel = "FILE|FOLDER",
      description = "The mesh as it was (may be repeated): the page shows what changed.")
  private List<String> before = List.of();

  @Option(
      names = "--git",
      paramLabel = "REV[..REV]",
      description =
          "The files as they were in a revision of git are the mesh as it was, or two revisions are"
              + " compared. Needs the program git.")
  private Optional<String> git = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title of the page. Default: ${DEFAULT-VALUE}.")
  private String title = "Mesh report";

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  ReportCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (git.isPresent() && !before.isEmpty()) {
      throw new UsageException("--before and --git are two ways to say the same");
    }
    ProblemRules rules = policy.rules();
    Optional<DiffSides> sides = git.map(revisions -> DiffSides.of(inputs, git));
    LoadResult now =
        sides
            .map(both -> DiffSides.load(both.after(), err))
            .orElseGet(() -> InputFiles.load(inputs, standardInput, in, err));
    Optional<LoadResult> old =
        sides
            .map(both -> DiffSides.load(both.before(), err))
            .or(
                () ->
                    before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(InputFiles.load(before, new StandardInput(), in, err)));
    String page;
    JudgedProblems judged;
    try (Progress progress = Progress.on(err)) {
      progress.stage("looking at the mesh");
      CompiledMesh mesh = Translator.create().compile(now.snapshot());
      judged = rules.judge(problems(now, mesh), now);
      page = page(now, mesh, judged.shown(true), old.map(past -> diff(past, now, mesh)));
    }
    rules.judge(now.problems(), now).print(err);
    write(page);
    return judged.status();
  }

  private static List<Problem> problems(LoadResult input, CompiledMesh mesh) {
    return input.problemsWith(
        Stream.concat(
                mesh.analyze().stream(),
                Translation.of(mesh, mesh.snapshot().proxies()).problems().stream())
            .toList());
  }

  private static MeshDiff diff(LoadResult before, LoadResult after, CompiledMesh mesh) {
    return MeshDiff.of(
        Translator.create().compile(before.snapshot()), before.sources(), mesh, after.sources());
  }

  private String page(
      LoadResult input, CompiledMesh mesh, List<Problem> problems, Optional<MeshDiff> diff) {
    MeshGraph whole = MeshGraph.of(mesh);
    MeshGraph graph =
        (whole.nodes().size() <= SMALL ? whole : whole.withoutLonely()).atMost(MOST_NODES);
    JsonObject data = ReportData.of(mesh, input.sources(), problems, diff, ReportCommand::text);
    ImmutableMap.Builder<String, String> summary = ImmutableMap.builder();
    count(summary, "services", mesh.snapshot().services().size());
    count(summary, "ServiceEntries", mesh.snapshot().serviceEntries().size());
    count(summary, "gateways", mesh.snapshot().gateways().size());
    count(summary, "VirtualServices", mesh.snapshot().virtualServices().size());
    count(summary, "DestinationRules", mesh.snapshot().destinationRules().size());
    count(summary, "AuthorizationPolicies", mesh.snapshot().authorizationPolicies().size());
    count(summary, "proxies", mesh.snapshot().proxies().size());
    count(summary, "problems", problems.size());
    return ReportPage.of(
        title,
        data,
        summary.buildOrThrow(),
        GraphSvg.of(graph, "Who calls whom, as configured"),
        graph.notes(),
        diff.isPresent());
  }

  private static void count(ImmutableMap.Builder<String, String> summary, String name, int count) {
    summary.put(name, String.valueOf(count));
  }

  /** The text of a file of the input; absent where it is of standard input or of a revision. */
  private static Optional<String> text(String name) {
    try {
      Path file = Path.of(name);
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file, UTF_8))
          : Optional.empty();
    } catch (InvalidPathException | MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException(name + ": " + e.getMessage());
    }
  }

  private void write(String page) {
    if (output.isEmpty()) {
      out.print(page);
      return;
    }
    Path file = InputFiles.path("--output", output.get());
    try {
      Files.writeString(file, page, UTF_8);
    } catch (IOException e) {
      throw new InputException("--output: " + file + ": " + e.getMessage());
    }
  }
}
