// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;

/**
 * The ports that a gateway listens on. Istio document: Gateway, {@code port}: clients see the port
 * of the Service in front of the gateway, the proxy has to listen on the target port behind it.
 */
final class GatewayPorts {
  /** On a Service: its ports say nothing about the ports of Gateways. */
  private static final String NO_TRANSLATION =
      "experimental.istio.io/disable-gateway-port-translation";

  private GatewayPorts() {}

  /** The target port of the first service with that port, or the port itself if there is none. */
  static int listening(int declared, ImmutableList<ServiceTarget> targets) {
    return targets.stream()
        .filter(target -> target.port().number() == declared && translates(target.service()))
        .mapToInt(ServiceTarget::targetPort)
        .findFirst()
        .orElse(declared);
  }

  private static boolean translates(Service service) {
    return !service.metadata().labels().containsKey(NO_TRANSLATION);
  }

  /** Whether a service has that port for UDP, so that HTTP/3 can reach the proxy. */
  static boolean hasUdp(int declared, ImmutableList<ServiceTarget> targets) {
    return targets.stream()
        .anyMatch(
            target ->
                target.port().number() == declared && target.port().protocol() == Protocol.UDP);
  }
}
