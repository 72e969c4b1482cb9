// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import java.util.OptionalInt;

/**
 * Stat names that the mesh composes from variables. Istio document: Global Mesh Options, {@code
 * outboundClusterStatName}.
 */
public final class StatNamePatterns {
  private StatNamePatterns() {}

  /**
   * Fills in the variables of a pattern.
   *
   * @param host the host name used for the service
   * @param targetPort the workload's port; its variable is kept if absent
   */
  public static String expand(
      String pattern,
      Service service,
      String host,
      String subset,
      int port,
      String portName,
      OptionalInt targetPort) {
    boolean platform = service.registry() == ServiceRegistry.KUBERNETES;
    String name = service.metadata().name();
    String expanded =
        expand(
            pattern,
            platform ? name + "." + service.metadata().namespace() : host,
            platform ? name : host,
            host,
            subset,
            port,
            portName);
    return targetPort.isPresent()
        ? expanded.replace("%TARGET_PORT%", Integer.toString(targetPort.getAsInt()))
        : expanded;
  }

  /** Fills in the variables for a host that is no service. */
  public static String expandForHost(String pattern, String host, int port, String portName) {
    return expand(pattern, host, host, host, "", port, portName);
  }

  private static String expand(
      String pattern,
      String shortName,
      String name,
      String host,
      String subset,
      int port,
      String portName) {
    return pattern
        .replace("%SERVICE%", shortName)
        .replace("%SERVICE_NAME%", name)
        .replace("%SERVICE_FQDN%", host)
        .replace("%SUBSET_NAME%", subset)
        .replace("%SERVICE_PORT%", Integer.toString(port))
        .replace("%SERVICE_PORT_NAME%", portName);
  }
}
