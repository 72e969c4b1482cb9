// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Throwables;
import io.rutter.model.problem.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.ParameterException;

/** Says in one line why the command does not finish; RUTTER_DEBUG=1 shows where as well. */
final class CommandFailure {
  private final PrintWriter errors;

  CommandFailure(PrintWriter errors) {
    this.errors = errors;
  }

  /** Arguments that the command does not have. */
  int ofArguments(ParameterException e) {
    say(String.valueOf(e.getMessage()));
    errors.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return Rutter.WRONG_USAGE;
  }

  /** Standard output takes no more, which is not for a want of readers. */
  int ofOutput(IOException e) {
    say("standard output: " + e.getMessage());
    return Rutter.FAILED;
  }

  /** What ended the command, and its exit status. */
  int report(Throwable e) {
    if (e instanceof UsageException) {
      say(String.valueOf(e.getMessage()));
      return Rutter.WRONG_USAGE;
    }
    if (e instanceof ConfigFileException config) {
      config.problems().forEach(errors::println);
      return Rutter.WRONG_USAGE;
    }
    if (e instanceof InputException) {
      say(String.valueOf(e.getMessage()));
      return Rutter.FAILED;
    }
    if (Throwables.getRootCause(e) instanceof OutOfMemoryError) {
      say(
          "the input needs more memory than the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB that Java may use (OutOfMemoryError; try RUTTER_JAVA_OPTIONS=-Xmx1g)");
    } else {
      say("internal error, please report it: " + e);
    }
    if ("1".equals(System.getenv("RUTTER_DEBUG"))) {
      e.printStackTrace(errors);
    }
    return Rutter.FAILED;
  }

  private void say(String message) {
    errors.println("rutter: " + VisibleText.of(message));
  }
}
