// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.translator.output.ProtoYaml;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The {@code control-plane} command. */
@Command(
    name = "control-plane",
    description = "Serves Envoys over ADS what a folder of YAML says.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all went well",
      "1:something that it needs is not there: a folder, an address, a certificate",
      "2:wrong usage"
    })
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

  /**
   * Runs the command and returns its exit status: 0, 1 where it cannot go on, 2 for wrong usage.
   */
  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine command = new CommandLine(new ControlPlaneCommand(out, err));
    if (args.length == 0) {
      command.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    command.setExpandAtFiles(false);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    CommandFailures.sayIn(err, command);
    return command.execute(args);
  }

  @Command(
      name = "serve",
      description = "Watches the folder and serves it, until it is stopped.",
      mixinStandardHelpOptions = true)
  void serve(
      @Parameters(paramLabel = "FOLDER", description = "YAML files that make one mesh.")
          Path folder,
      @Mixin ServeOptions options)
      throws OperatingException {
    if (folder.toString().isEmpty()) {
      throw new UsageException("the folder is empty (expected: its path)");
    }
    EventLog log = new EventLog(err::println, options.server().logLevel(), InstantSource.system());
    LibraryLog.sendTo(log);
    ServerSettings settings = options.server().settings();
    MeshFolder meshes = new MeshFolder(folder, log);
    meshes.requireReadable();
    try (ControlPlane plane = ControlPlane.start(settings, options.credentials(), log)) {
      log.accept(
          Event.of(Event.Level.INFO, "serving")
              .with("folder", folder)
              .with("host", settings.address().getHostString())
              .with("port", plane.port())
              .with("tls", settings.tls().isPresent()));
      meshes.watch(INTERVAL, plane::serve);
    }
  }

  @Command(
      name = "bootstrap",
      description = "Prints the configuration to start an Envoy with.",
      mixinStandardHelpOptions = true)
  void bootstrap(
      @Parameters(paramLabel = "NAME.NAMESPACE", description = "The Proxy that the Envoy is.")
          String proxyId,
      @Mixin BootstrapOptions options) {
    out.print(ProtoYaml.print(options.of(proxyId)));
  }
}
