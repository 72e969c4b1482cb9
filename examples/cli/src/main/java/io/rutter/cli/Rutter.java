// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code rutter} command. Data goes to standard output, everything else to standard error; the
 * exit status is 0 for success, 1 where the input has errors, 2 for wrong usage.
 */
@Command(
    name = "rutter",
    description = "Translates Istio-style configuration to Envoy's.",
    mixinStandardHelpOptions = true,
    version = "rutter 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Rutter {
  /** The input has errors. */
  static final int INPUT_HAS_ERRORS = 1;

  /** The command does not make sense. */
  static final int WRONG_USAGE = 2;

  private Rutter() {}

  /** Runs the command and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(run(args, System.in, System.out, System.err));
  }

  /** Runs the command on these streams and returns its exit status. */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    PrintWriter output = new PrintWriter(new OutputStreamWriter(out, UTF_8));
    PrintWriter errors = new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
    CommandLine command =
        new CommandLine(new Rutter())
            .addSubcommand(new TranslateCommand(in, output, errors))
            .addSubcommand(new AnalyzeCommand(in, output))
            .addSubcommand(new ValidateCommand(in, output))
            .addSubcommand(new SimulateCommand(in, output, errors))
            .setOut(output)
            .setErr(errors)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e, errors))
            .setParameterExceptionHandler((e, arguments) -> misused(e, errors));
    int status = args.length == 0 ? usage(command, errors) : command.execute(args);
    output.flush();
    return status;
  }

  private static int usage(CommandLine command, PrintWriter errors) {
    command.usage(errors);
    return WRONG_USAGE;
  }

  private static int misused(CommandLine.ParameterException e, PrintWriter errors) {
    errors.println("rutter: " + e.getMessage());
    errors.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return WRONG_USAGE;
  }

  /** A defect of the command itself: its user gets one line; RUTTER_DEBUG=1 shows the rest. */
  private static int failed(Exception e, PrintWriter errors) {
    if (e instanceof UsageException) {
      errors.println("rutter: " + e.getMessage());
      return WRONG_USAGE;
    }
    errors.println("rutter: internal error, please report it: " + e);
    if ("1".equals(System.getenv("RUTTER_DEBUG"))) {
      e.printStackTrace(errors);
    }
    return INPUT_HAS_ERRORS;
  }
}
