// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import java.util.Optional;

/**
 * A port on which a workload receives traffic: what an inbound cluster is made from.
 *
 * @param number the port that names the cluster
 * @param services the services behind it, the deciding one first
 * @param endpoint where the traffic goes; absent for its original destination
 * @param sidecarPool limits that the Sidecar sets in place of those of the DestinationRule
 */
record InboundTarget(
    int number,
    ImmutableList<ServiceTarget> services,
    Optional<ApplicationEndpoint> endpoint,
    Optional<ConnectionPool> sidecarPool) {

  /**
   * An address of the application.
   *
   * @param address an IP, or {@code unix:///path}
   * @param port the port, 0 for a Unix socket
   */
  record ApplicationEndpoint(String address, int port) {
    /** Whether the application is reached without leaving the host. */
    boolean isLocal() {
      return port == 0 || address.equals("127.0.0.1") || address.equals("::1");
    }
  }

  /** The service whose settings apply. */
  Service service() {
    return services.get(0).service();
  }

  /** The port of that service, or of the Sidecar's listener. */
  ServicePort port() {
    return services.get(0).port();
  }
}
