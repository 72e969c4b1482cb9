// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The conditions of {@code tls} and {@code tcp} rules that are evaluated during translation and not
 * by Envoy: gateway, port, labels and namespace of the client. All must hold. Istio document:
 * Virtual Service, {@code L4MatchAttributes}.
 */
final class RouteRuleScope {

  private RouteRuleScope() {}

  /** Whether a rule applies to a sidecar on a port. */
  static boolean holds(
      ProxyScope scope,
      int listenerPort,
      List<String> gateways,
      OptionalInt port,
      Map<String, String> sourceLabels,
      Optional<String> sourceNamespace) {
    return (gateways.isEmpty() || gateways.contains(VirtualService.MESH_GATEWAY))
        && (port.orElse(0) == 0 || port.getAsInt() == listenerPort)
        && LabelSelectors.selects(sourceLabels, scope.proxy().selectableLabels())
        && sourceNamespace
            .filter(namespace -> !namespace.isEmpty())
            .map(namespace -> namespace.equals(scope.proxy().namespace()))
            .orElse(true);
  }
}
