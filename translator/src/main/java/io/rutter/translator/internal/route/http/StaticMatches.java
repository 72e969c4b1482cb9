// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.rutter.model.proxy.Proxy;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;

/**
 * Conditions of a match that are known before any request comes: they decide whether a proxy has
 * the route. Istio document: Virtual Service, {@code HTTPMatchRequest}.
 *
 * <ul>
 *   <li>{@code port}: that of the service on sidecars, that of the server as written on gateways.
 *   <li>{@code gateways}: where it is given, labels and namespace of the source do not count.
 *   <li>{@code sourceLabels}, {@code sourceNamespace}: those of the proxy, be it a gateway or not.
 * </ul>
 */
public final class StaticMatches {
  private StaticMatches() {}

  static boolean hold(HttpMatch match, RouteContext context) {
    if (match.port().orElse(0) != 0 && match.port().orElse(0) != context.port()) {
      return false;
    }
    if (!match.gateways().isEmpty()) {
      return match.gateways().contains(context.gateway());
    }
    Proxy proxy = context.scope().proxy();
    return LabelSelectors.selects(match.sourceLabels(), proxy.selectableLabels())
        && match.sourceNamespace().orElse(proxy.namespace()).equals(proxy.namespace());
  }
}
