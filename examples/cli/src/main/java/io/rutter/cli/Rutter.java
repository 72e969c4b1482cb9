// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code rutter} command. Data goes to standard output, everything else to standard error; the
 * exit status is 0 for success, 1 where the input has errors or the command cannot finish, 2 for
 * wrong usage.
 */
@Command(
    name = "rutter",
    description = "Translates Istio-style configuration to Envoy's.",
    mixinStandardHelpOptions = true,
    version = {
      "rutter 0.1.0",
      "Resources equal those of istiod of Istio 1.31, but for what is better on purpose,",
      "and are checked with Envoy 1.40.0."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "RUTTER_JAVA_OPTIONS holds options of Java, for example -Xmx1g for more memory than 256 MiB."
    })
public final class Rutter {
  /** The input has errors, or the command cannot finish. */
  static final int FAILED = 1;

  /** The command does not make sense. */
  static final int WRONG_USAGE = 2;

  private Rutter() {}

  /** Runs the command and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(run(args, System.in, new FileOutputStream(FileDescriptor.out), System.err));
  }

  /** Runs the command on these streams and returns its exit status. */
  static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    CommandOutput data = new CommandOutput(out);
    PrintWriter output = new PrintWriter(new OutputStreamWriter(data, UTF_8));
    PrintWriter errors = new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
    CommandFailure failure = new CommandFailure(errors);
    int status;
    try {
      status = execute(args, in, output, errors, failure);
      output.flush();
    } catch (Error e) { // What picocli passes on: memory, stack, classes that are not there.
      status = failure.report(e);
    }
    return data.failure().map(failure::ofOutput).orElse(status);
  }

  private static int execute(
      String[] args,
      InputStream in,
      PrintWriter output,
      PrintWriter errors,
      CommandFailure failure) {
    CommandLine command =
        new CommandLine(new Rutter())
            .addSubcommand(new TranslateCommand(in, output, errors))
            .addSubcommand(new AnalyzeCommand(in, output))
            .addSubcommand(new ValidateCommand(in, output))
            .addSubcommand(new SimulateCommand(in, output, errors))
            .setOut(output)
            .setErr(errors)
            .setExpandAtFiles(false) // @name is the name of a file like any other.
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, line, parsed) -> failure.report(e))
            .setParameterExceptionHandler((e, arguments) -> failure.ofArguments(e));
    if (args.length == 0) {
      command.usage(errors);
      return WRONG_USAGE;
    }
    return command.execute(args);
  }
}
