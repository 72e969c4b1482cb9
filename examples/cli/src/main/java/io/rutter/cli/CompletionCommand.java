// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rutter completion}: what a shell reads to complete arguments. */
@Command(
    name = "completion",
    description = {
      "Prints what a shell reads to complete commands, options and values.",
      "",
      "  bash, zsh:  source <(rutter completion bash)",
      "  fish:       rutter completion fish | source",
      ""
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Mixin final ExitStatus exitStatus = new ExitStatus();

  CompletionCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.print(Completion.script(shell, spec.root()));
    return 0;
  }
}
