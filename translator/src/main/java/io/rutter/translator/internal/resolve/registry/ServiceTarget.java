// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;

/**
 * A port of a service that a proxy's own workload serves.
 *
 * @param service the service
 * @param port the port of the service
 * @param targetPort the port that the workload listens on
 */
public record ServiceTarget(Service service, ServicePort port, int targetPort) {
  /** Annotation of a Service that turns off mapping of Gateway ports to its target ports. */
  private static final String NO_TRANSLATION =
      "experimental.istio.io/disable-gateway-port-translation";

  /** Whether a port of a Gateway with this number is mapped to the target port. */
  public boolean translates(int gatewayPort) {
    return port.number() == gatewayPort && !service.metadata().labels().containsKey(NO_TRANSLATION);
  }
}
