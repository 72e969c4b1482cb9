// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.rutter.controlplane.OperatingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Clients of the clusters that the kubeconfig files name, or of the cluster that this runs in. What
 * is wrong with them is said in one line, with the file: the client's library goes on with another
 * address instead, or throws what its parsers throw.
 */
final class KubeConfigs {
  private static final String EXPECTED =
      " (expected: a kubeconfig file with clusters, contexts and users)";

  private final ImmutableList<Path> named;
  private final ImmutableList<Path> present;

  private KubeConfigs(ImmutableList<Path> named) {
    this.named = named;
    this.present = named.stream().filter(Files::exists).collect(toImmutableList());
  }

  /**
   * The files that {@code KUBECONFIG} names, or the one in the home folder.
   *
   * @throws OperatingException if one is there and is no kubeconfig file
   */
  static KubeConfigs find() throws OperatingException {
    KubeConfigs found =
        new KubeConfigs(
            Config.getKubeconfigFilenames().stream().map(Path::of).collect(toImmutableList()));
    for (Path file : found.present) {
      requireYaml(file);
    }
    return found;
  }

  /** The client's library reads them with a parser that has no bounds. */
  private static void requireYaml(Path file) throws OperatingException {
    try {
      String unused = YamlObject.json(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OperatingException("kubeconfig file " + file + " " + OperatingException.reason(e));
    } catch (IllegalArgumentException e) {
      throw new OperatingException("kubeconfig file " + file + ": " + e.getMessage());
    }
  }

  /**
   * A client of the cluster of the present context, or of the one that this runs in.
   *
   * @throws OperatingException if there is neither
   */
  KubernetesClient present() throws OperatingException {
    Config config = config(null);
    boolean isNowhere = config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL);
    if (!isNowhere || isInCluster()) {
      return client(config);
    }
    throw new OperatingException(
        present.isEmpty()
            ? "no cluster: there is no kubeconfig file "
                + names(named)
                + ", and this runs in no cluster (expected: a kubeconfig file, which KUBECONFIG may"
                + " name)"
            : "kubeconfig file "
                + names(present)
                + ": no current-context that names a cluster with a server (expected: that, or"
                + " --context with one of "
                + contexts(config)
                + ")");
  }

  /** As Kubernetes tells every Pod. */
  private static boolean isInCluster() {
    return System.getenv("KUBERNETES_SERVICE_HOST") != null;
  }

  /**
   * A client of the cluster of a context.
   *
   * @throws OperatingException if there is none
   */
  KubernetesClient ofContext(String name) throws OperatingException {
    if (present.isEmpty()) {
      throw new OperatingException(
          "no kubeconfig file %s (expected: one that has the context %s)"
              .formatted(names(named), name));
    }
    Config config = config(name);
    if (config.getCurrentContext() == null || !config.getCurrentContext().getName().equals(name)) {
      throw new OperatingException(
          "kubeconfig file %s: no context %s (expected: one of %s)"
              .formatted(names(present), name, contexts(config)));
    }
    if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
      throw new OperatingException(
          "kubeconfig file %s: the context %s names no cluster that has a server"
              .formatted(names(present), name));
    }
    return client(config);
  }

  private Config config(@Nullable String context) throws OperatingException {
    try {
      return Config.autoConfigure(context);
    } catch (RuntimeException e) { // Of the client, or of one of its parsers.
      throw unusable(e);
    }
  }

  /**
   * A request that fails is not repeated by the client itself, which would do so for minutes: each
   * part tries again in its own way, and says that it must.
   */
  private KubernetesClient client(Config config) throws OperatingException {
    config.setRequestRetryBackoffLimit(0);
    try {
      return new KubernetesClientBuilder().withConfig(config).build();
    } catch (RuntimeException e) { // Certificates and keys are read here.
      throw unusable(e);
    }
  }

  private OperatingException unusable(RuntimeException e) {
    String reason =
        Throwables.getRootCause(e) instanceof NullPointerException
            ? "a value is missing, such as the server of a cluster"
            : ApiErrors.reason(e);
    return new OperatingException("kubeconfig file " + names(present) + ": " + reason + EXPECTED);
  }

  private static String names(ImmutableList<Path> files) {
    return Joiner.on(", ").join(files);
  }

  private static String contexts(Config config) {
    return config.getContexts().isEmpty()
        ? "none, there are no contexts"
        : Joiner.on(", ").join(config.getContexts().stream().map(NamedContext::getName).iterator());
  }
}
