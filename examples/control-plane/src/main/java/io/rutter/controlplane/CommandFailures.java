// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.model.problem.VisibleText;
import java.io.PrintStream;
import picocli.CommandLine;

/** What a command says when it fails: one line, and no stack trace of what a person can mend. */
public final class CommandFailures {
  private final String name;
  private final PrintStream err;

  private CommandFailures(String name, PrintStream err) {
    this.name = name;
    this.err = err;
  }

  /** Makes a command say there what is wrong, and end with 1, or with 2 for wrong usage. */
  public static void sayIn(PrintStream err, CommandLine command) {
    CommandFailures failures = new CommandFailures(command.getCommandName(), err);
    command.setParameterExceptionHandler(
        (e, given) -> {
          failures.say(e.getMessage() + "; --help tells what there is");
          return CommandLine.ExitCode.USAGE;
        });
    command.setExecutionExceptionHandler((e, failed, given) -> failures.fail(e));
  }

  private int fail(Exception e) {
    if (e instanceof UsageException) {
      say(String.valueOf(e.getMessage()));
      return CommandLine.ExitCode.USAGE;
    }
    say(
        e instanceof OperatingException
            ? String.valueOf(e.getMessage())
            : "internal error, please report it: " + StackSummary.of(e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void say(String message) {
    err.println(name + ": " + VisibleText.of(message));
  }
}
