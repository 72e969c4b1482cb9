// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.rutter.controlplane.OperatingException;
import io.rutter.controlplane.ServerSettings;
import io.rutter.controlplane.UsageException;
import io.rutter.model.mesh.MeshDefaults;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      defaultValue = "${env:POD_NAME:-rutter}",
      description =
          "Name of this instance among others that serve the same mesh; one of them writes."
              + " Default: the environment's POD_NAME, else rutter.")
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
    return new FollowSettings(
        server,
        new InetSocketAddress(server.address().getAddress(), statusPort),
        new Revision(revision),
        rootNamespace,
        instance,
        Duration.ofMillis(debounceQuiet),
        Duration.ofMillis(debounceMax),
        Duration.ofSeconds(discoveryInterval),
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

  /**
   * The clusters, with clients that the caller closes.
   *
   * @throws OperatingException if the kubeconfig file has no such context
   */
  ImmutableList<Cluster> clusters() throws OperatingException {
    if (contexts.isEmpty()) {
      return ImmutableList.of(new Cluster(clusterId, client(Config.autoConfigure(null))));
    }
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    for (String context : contexts) {
      int equals = context.indexOf('=');
      String name = context.substring(equals + 1);
      Config config = Config.autoConfigure(name);
      if (config.getCurrentContext() == null
          || !config.getCurrentContext().getName().equals(name)) {
        throw new OperatingException("the kubeconfig file has no context " + name);
      }
      clusters.add(new Cluster(equals < 0 ? name : context.substring(0, equals), client(config)));
    }
    return clusters.build();
  }

  private static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
