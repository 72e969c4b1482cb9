// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The {@code rutter} command. Data goes to standard output, everything else to standard error; the
 * exit status is 0 for success, 1 where the input has errors or the command cannot finish, 2 for
 * wrong usage.
 */
@Command(
    name = "rutter",
    description = "Translates Istio-style configuration to Envoy's.",
    mixinStandardHelpOptions = true,
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

  private static final String COMPLETION = "completion";
  private static final ImmutableSet<String> VERSION = ImmutableSet.of("-V", "--version");

  @Mixin final ExitStatus exitStatus = new ExitStatus();

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
    CommandLine command = commandLine(args, in, output, errors, failure);
    if (args.length == 0) {
      command.usage(errors);
      return WRONG_USAGE;
    }
    return command.execute(args);
  }

  /** The command, with those of its subcommands that these arguments may need. */
  static CommandLine commandLine(
      String[] args,
      InputStream in,
      PrintWriter output,
      PrintWriter errors,
      CommandFailure failure) {
    CommandLine command = new CommandLine(new Rutter());
    ImmutableMap<String, Supplier<Object>> subcommands = subcommands(in, output, errors);
    needed(args, subcommands.keySet())
        .forEach(name -> command.addSubcommand(requireNonNull(subcommands.get(name)).get()));
    return command
        .setOut(output)
        .setErr(errors)
        .setExpandAtFiles(false) // @name is the name of a file like any other.
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> failure.report(e))
        .setParameterExceptionHandler((e, arguments) -> failure.ofArguments(e));
  }

  private static ImmutableMap<String, Supplier<Object>> subcommands(
      InputStream in, PrintWriter output, PrintWriter errors) {
    return ImmutableMap.<String, Supplier<Object>>builder()
        .put("translate", () -> new TranslateCommand(in, output, errors))
        .put("analyze", () -> new AnalyzeCommand(in, output, errors))
        .put("validate", () -> new ValidateCommand(in, output, errors))
        .put("simulate", () -> new SimulateCommand(in, output, errors))
        .put("diff", () -> new DiffCommand(output, errors))
        .put("graph", () -> new GraphCommand(in, output, errors))
        .put("explain", () -> new ExplainCommand(in, output, errors))
        .put("report", () -> new ReportCommand(in, output, errors))
        .put("uses", () -> new UsesCommand(in, output, errors))
        .put("codes", () -> new CodesCommand(output))
        .put(COMPLETION, () -> new CompletionCommand(output))
        .buildOrThrow();
  }

  /**
   * The names of those that are looked at: to read the options of all takes as long as Java takes
   * to start. Help, completion and mistakes need all.
   */
  private static ImmutableSet<String> needed(String[] args, ImmutableSet<String> all) {
    if (args.length > 0 && VERSION.contains(args[0])) {
      return ImmutableSet.of();
    }
    return args.length > 0 && all.contains(args[0]) && !args[0].equals(COMPLETION)
        ? ImmutableSet.of(args[0])
        : all;
  }
}
