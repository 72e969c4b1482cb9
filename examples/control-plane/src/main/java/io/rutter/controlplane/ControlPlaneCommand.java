// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code control-plane} command. */
@Command(
    name = "control-plane",
    description = "Serves Envoys over ADS what a folder of YAML says.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ControlPlaneCommand {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final PrintStream out;
  private final PrintStream err;

  ControlPlaneCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** Runs the command and returns its exit status: 0, or 2 for wrong usage. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine command = new CommandLine(new ControlPlaneCommand(out, err));
    if (args.length == 0) {
      command.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    return command.execute(args);
  }

  @Command(
      name = "serve",
      description = "Watches the folder and serves it, until it is stopped.",
      mixinStandardHelpOptions = true)
  void serve(
      @Parameters(paramLabel = "FOLDER", description = "YAML files that make one mesh.")
          Path folder,
      @Option(
              names = "--host",
              defaultValue = "127.0.0.1",
              description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
          String host,
      @Option(
              names = "--port",
              defaultValue = "15010",
              description = "Port to listen on. Default: ${DEFAULT-VALUE}.")
          int port,
      @Option(
              names = "--credentials",
              defaultValue = "credentials",
              description =
                  "Folder with a folder NAME for each credentialName: tls.crt, tls.key, ca.crt."
                      + " Default: ${DEFAULT-VALUE}.")
          Path credentials)
      throws IOException {
    try (ControlPlane plane =
        ControlPlane.start(new InetSocketAddress(host, port), credentials, err::println)) {
      err.println("serving " + folder + " on " + host + ":" + plane.port());
      new MeshFolder(folder).watch(INTERVAL, plane::serve);
    }
  }

  @Command(
      name = "bootstrap",
      description = "Prints the configuration to start an Envoy with.",
      mixinStandardHelpOptions = true)
  void bootstrap(
      @Parameters(paramLabel = "NAME.NAMESPACE", description = "The Proxy that the Envoy is.")
          String proxyId,
      @Option(names = "--host", defaultValue = "127.0.0.1", description = "The control plane.")
          String host,
      @Option(names = "--port", defaultValue = "15010", description = "Its port.") int port,
      @Option(
              names = "--admin-port",
              defaultValue = "0",
              description = "Port of Envoy's admin page. Default: there is none.")
          int adminPort) {
    out.print(Bootstrap.print(proxyId, host, port, adminPort));
  }
}
