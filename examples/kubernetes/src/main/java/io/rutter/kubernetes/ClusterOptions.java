// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.controlplane.OperatingException;
import io.rutter.controlplane.ServerSettings;
import io.rutter.controlplane.UsageException;
import io.rutter.model.mesh.MeshDefaults;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which clusters are followed, and what of them. */
final class ClusterOptions {
  @Option(
      names = "--context",
      paramLabel = "[ID=]CONTEXT",
      description =
          "A cluster, by the context of the kubeconfig file; ID is its name in the mesh, else that"
              + " of the context. May be given several times: the first has the configuration, the"
              + " others services and endpoints. Default: the present context, or the cluster that"
              + " this runs in.")
  private List<String> contexts = new ArrayList<>();

  @Option(
      names = "--cluster-id",
      paramLabel = "ID",
      defaultValue = MeshDefaults.CLUSTER_ID,
      description = "Name of the cluster where no --context is given. Default: ${DEFAULT-VALUE}.")
  private String clusterId = "";

  @Option(
      names = "--revision",
      defaultValue = "",
      description =
          "Configuration that is labelled istio.io/rev for another revision does not count."
              + " Default: all counts.")
  private String revision = "";

  @Option(
      names = "--root-namespace",
      defaultValue = MeshDefaults.ROOT_NAMESPACE,
      description = "Where the ConfigMap istio and the Lease are. Default: ${DEFAULT-VALUE}.")
  private String rootNamespace = "";

  @Option(
      names = "--status-port",
      defaultValue = "15014",
      description =
          "Port of /healthz, /readyz and /metrics, on the same host; 0: any that is free."
              + " Default: ${DEFAULT-VALUE}.")
  private int statusPort;

  @Option(
      names = "--debounce-quiet",
      paramLabel = "MILLISECONDS",
      defaultValue = "100",
      description =
          "A change is served when there was none for so long. Default: ${DEFAULT-VALUE}.")
  private int debounceQuiet;

  @Option(
      names = "--debounce-max",
      paramLabel = "MILLISECONDS",
      defaultValue = "10000",
      description = "A change waits no longer than this. Default: ${DEFAULT-VALUE}.")
  private int debounceMax;

  @Option(
      names = "--discovery-interval",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How often API servers are asked which kinds they serve. Default: ${DEFAULT-VALUE}.")
  private int discoveryInterval;

  @Option(
      names = "--write-status",
      description =
          "Writes the condition rutter.io/Translated, with what is wrong, into the status of"
              + " Istio's objects.")
  private boolean writeStatus;

  @Option(
      names = "--no-ingress-status",
      description = "Does not write the gateway's addresses into the status of Ingresses.")
  private boolean noIngressStatus;

  @Option(
      names = "--instance",
      defaultValue = "${env:POD_NAME:-}",
      description =
          "Name of this instance among others that serve the same mesh; one of them writes, so no"
              + " two may have one name. Default: the environment's POD_NAME, else the host's name"
              + " and the process id.")
  private String instance = "";

  /**
   * What they say.
   *
   * @throws UsageException if an option is out of bounds
   */
  FollowSettings settings(ServerSettings server) {
    requirePort(statusPort);
    requireAtLeast("--debounce-quiet", debounceQuiet, 0);
    requireAtLeast("--debounce-max", debounceMax, debounceQuiet);
    requireAtLeast("--discovery-interval", discoveryInterval, 1);
    requireName("--root-namespace", rootNamespace);
    requireName("--cluster-id", clusterId);
    requireContexts();
    return new FollowSettings(
        server,
        new InetSocketAddress(server.address().getAddress(), statusPort),
        new Revision(revision),
        rootNamespace,
        instance.isEmpty() ? InstanceName.ofProcess() : instance,
        Duration.ofMillis(debounceQuiet),
        Duration.ofMillis(debounceMax),
        Duration.ofSeconds(discoveryInterval),
        ApiServerReach.PATIENCE,
        writeStatus,
        !noIngressStatus);
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--status-port " + port + " (expected: 0 to 65535)");
    }
  }

  private static void requireAtLeast(String option, int value, int least) {
    if (value < least) {
      throw new UsageException(option + " " + value + " (expected: " + least + " or more)");
    }
  }

  private static void requireName(String option, String name) {
    if (name.isBlank()) {
      throw new UsageException(option + " is empty (expected: a name)");
    }
  }

  private void requireContexts() {
    Set<String> ids = new HashSet<>();
    for (String written : contexts) {
      NamedContext context = NamedContext.of(written);
      if (context.id().isBlank() || context.name().isBlank()) {
        throw new UsageException("--context " + written + " (expected: CONTEXT or ID=CONTEXT)");
      }
      if (!ids.add(context.id())) {
        throw new UsageException(
            "--context %s: another cluster has the id %s (expected: ID=CONTEXT with another one)"
                .formatted(written, context.id()));
      }
    }
  }

  /**
   * A context, as it is written: {@code [ID=]CONTEXT}.
   *
   * @param id the cluster's name in the mesh
   * @param name the context's name in the kubeconfig file
   */
  private record NamedContext(String id, String name) {
    static NamedContext of(String written) {
      int equals = written.indexOf('=');
      return new NamedContext(
          equals < 0 ? written : written.substring(0, equals), written.substring(equals + 1));
    }
  }

  /**
   * The clusters, with clients that the caller closes.
   *
   * @throws OperatingException if the kubeconfig files do not lead to them
   */
  ImmutableList<Cluster> clusters() throws OperatingException {
    KubeConfigs files = KubeConfigs.find();
    if (contexts.isEmpty()) {
      return ImmutableList.of(new Cluster(clusterId, files.present()));
    }
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    for (String written : contexts) {
      NamedContext context = NamedContext.of(written);
      clusters.add(new Cluster(context.id(), files.ofContext(context.name())));
    }
    return clusters.build();
  }
}
