// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TcpRoute;

/** Checks a {@link TcpRoute}. */
final class TcpRouteValidator {
  private TcpRouteValidator() {}

  static void validate(TcpRoute route, Findings at) {
    for (int i = 0; i < route.match().size(); i++) {
      validateMatch(route.match().get(i), at.at("match").at(i));
    }
    if (route.route().isEmpty()) {
      at.missing("no route (expected: at least one destination)");
    }
    RouteDestinationValidator.validate(route.route(), at.at("route"));
  }

  private static void validateMatch(TcpMatch match, Findings at) {
    for (int i = 0; i < match.destinationSubnets().size(); i++) {
      NameRules.checkSubnet(match.destinationSubnets().get(i), at.at("destinationSubnets").at(i));
    }
    ValueRules.checkPort(match.port(), at.at("port"));
    ValueRules.checkLabels(match.sourceLabels(), at.at("sourceLabels"));
    GatewayNameRules.check(match.gateways(), at.at("gateways"));
  }
}
