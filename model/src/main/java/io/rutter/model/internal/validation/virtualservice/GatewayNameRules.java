// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;

/** How Gateways are named: {@code namespace/name}, {@code name}, or {@code mesh} for sidecars. */
final class GatewayNameRules {
  private GatewayNameRules() {}

  static void check(ImmutableList<String> gateways, Findings at) {
    for (int i = 0; i < gateways.size(); i++) {
      if (!isGatewayName(gateways.get(i))) {
        at.at(i)
            .invalid(
                "gateway: \"" + gateways.get(i) + "\" (expected: name, namespace/name or mesh)");
      }
    }
  }

  private static boolean isGatewayName(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return name.equals("mesh") || NameRules.isFqdn(name);
    }
    String namespace = name.substring(0, slash);
    return (namespace.equals(".") || NameRules.isLabel(namespace))
        && NameRules.isLabel(name.substring(slash + 1));
  }
}
