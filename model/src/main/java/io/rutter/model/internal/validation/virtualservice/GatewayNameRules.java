// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.VirtualService;

/** How Gateways are named: {@code namespace/name}, {@code name}, or {@code mesh} for sidecars. */
final class GatewayNameRules {
  private GatewayNameRules() {}

  static void check(ImmutableList<String> gateways, Findings at) {
    for (int i = 0; i < gateways.size(); i++) {
      String name = gateways.get(i);
      if (!isGatewayName(name)) {
        at.at(i).invalid("gateway: \"" + name + "\" (expected: name, namespace/name or mesh)");
      } else if (name.contains(".")) {
        at.at(i)
            .warn(
                ProblemCode.DEPRECATED_FIELD,
                "gateway: \"" + name + "\" is the older form (expected: namespace/name)");
      }
    }
  }

  private static boolean isGatewayName(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return name.equals(VirtualService.MESH_GATEWAY) || NameRules.isFqdn(name);
    }
    String namespace = name.substring(0, slash);
    return NameRules.isLabel(namespace) && NameRules.isLabel(name.substring(slash + 1));
  }

  /** Whether a VirtualService applies to sidecars. */
  static boolean appliesToMesh(VirtualService virtualService) {
    return virtualService.gateways().isEmpty()
        || virtualService.gateways().contains(VirtualService.MESH_GATEWAY);
  }
}
