// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.rutter.model.proxy.Proxy;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;

/**
 * Conditions of a match that do not depend on the request: they decide whether a proxy has the
 * route. Istio document: Virtual Service, {@code HTTPMatchRequest}.
 *
 * <ul>
 *   <li>{@code port}: the port of the service on sidecars, or of the server as written on gateways.
 *   <li>{@code gateways}: if given, source labels and namespace are ignored.
 *   <li>{@code sourceLabels}, {@code sourceNamespace}: labels and namespace of the proxy, also of a
 *       gateway.
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
