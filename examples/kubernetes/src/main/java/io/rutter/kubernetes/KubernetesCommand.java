// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.rutter.controlplane.CommandFailures;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventLog;
import io.rutter.controlplane.LibraryLog;
import io.rutter.controlplane.OperatingException;
import io.rutter.controlplane.ServerOptions;
import io.rutter.controlplane.ServerSettings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The {@code rutter-kubernetes} command. */
@Command(
    name = "rutter-kubernetes",
    description = "Serves Envoys over ADS what the API servers of Kubernetes clusters say.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:it was stopped",
      "1:something that it needs is not there: a context, an address, a certificate",
      "2:wrong usage"
    })
final class KubernetesCommand implements Callable<Integer> {
  /** What the client tells again and again that is told once here, or does not matter. */
  private static final ImmutableList<Logger> SILENT =
      ImmutableList.of(
          Logger.getLogger("io.fabric8.kubernetes.client.extended.leaderelection"),
          Logger.getLogger("io.fabric8.kubernetes.client.informers"),
          Logger.getLogger("io.fabric8.kubernetes.client.dsl.internal"));

  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private ClusterOptions clusters = new ClusterOptions();

  private final PrintStream err;

  KubernetesCommand(PrintStream err) {
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
    CommandLine command = new CommandLine(new KubernetesCommand(err));
    command.setExpandAtFiles(false);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out, true, UTF_8));
    CommandFailures.sayIn(err, command);
    return command.execute(args);
  }

  @Override
  public Integer call() throws OperatingException, InterruptedException {
    EventLog log = new EventLog(err::println, server.logLevel(), InstantSource.system());
    ServerSettings serverSettings = server.settings();
    FollowSettings settings = clusters.settings(serverSettings);
    LibraryLog.sendTo(log);
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    ImmutableList<Cluster> followed = clusters.clusters();
    CountDownLatch stopped = new CountDownLatch(1);
    try (KubernetesControlPlane plane = KubernetesControlPlane.start(followed, settings, log)) {
      log.accept(
          Event.of(Event.Level.INFO, "serving")
              .with("host", serverSettings.address().getHostString())
              .with("port", plane.port())
              .with("status-port", plane.statusPort())
              .with("tls", serverSettings.tls().isPresent())
              .with("clusters", followed.stream().map(Cluster::id).toList()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(plane, stopped, log)));
      stopped.await();
    } finally {
      followed.forEach(cluster -> cluster.client().close());
    }
    return CommandLine.ExitCode.OK;
  }

  /** Ends what is served, so that the Lease is given back. */
  private static void stop(KubernetesControlPlane plane, CountDownLatch stopped, EventLog log) {
    log.accept(Event.of(Event.Level.INFO, "stopping"));
    plane.close();
    log.accept(Event.of(Event.Level.INFO, "stopped"));
    stopped.countDown();
  }
}
