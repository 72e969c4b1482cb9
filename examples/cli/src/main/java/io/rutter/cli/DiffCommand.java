// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.inspect.diff.MeshDiff;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter diff}: what a change of a mesh does to calls, to resources and to findings. */
@Command(
    name = "diff",
    description = {
      "Says what a change of a mesh does, before it is deployed: which calls end differently, which"
          + " resources of which proxies differ, and which findings appear and disappear.",
      "",
      "  rutter diff mesh-of-today mesh-of-tomorrow",
      "  rutter diff --git main mesh",
      "  rutter diff --git v1..v2 --format markdown mesh",
      ""
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = {
        "The mesh of before, then the mesh of after, each a YAML file or a folder of them.",
        "With --git: the files and folders of both."
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--git",
      paramLabel = "REV[..REV]",
      description = {
        "Compares a revision of git with the files as they are, or two revisions. Needs the program"
            + " git."
      })
  private Optional<String> git = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json, or markdown for a comment on a pull request.")
  private DiffFormat format = DiffFormat.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description =
          "The exit status is 1 if calls end differently (behaviour), if resources differ"
              + " (resources), or for no difference (never, the default).")
  private DiffFailure failOn = DiffFailure.NEVER;

  @Mixin private ProblemAdjustments adjustments = new ProblemAdjustments();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  DiffCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    ProblemRules rules = adjustments.rules(Optional.empty());
    DiffSides sides = DiffSides.of(inputs, git);
    LoadResult before = DiffSides.load(sides.before(), err);
    LoadResult after = DiffSides.load(sides.after(), err);
    JudgedProblems ofBefore = rules.judge(before.problems(), before);
    JudgedProblems ofAfter = rules.judge(after.problems(), after);
    ofBefore.print(err);
    ofAfter.print(err);
    MeshDiff diff = compare(before, after);
    out.print(format.print(diff));
    return failOn.fails(diff) ? Rutter.FAILED : Math.max(ofBefore.status(), ofAfter.status());
  }

  private MeshDiff compare(LoadResult before, LoadResult after) {
    try (Progress progress = Progress.on(err)) {
      progress.stage("comparing the meshes");
      return MeshDiff.of(
          Translator.create().compile(before.snapshot()),
          before.sources(),
          Translator.create().compile(after.snapshot()),
          after.sources());
    }
  }
}
