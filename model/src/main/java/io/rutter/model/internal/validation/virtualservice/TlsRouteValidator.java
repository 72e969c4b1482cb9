// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HostOverlap;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;

/** Checks a {@link TlsRoute}. */
final class TlsRouteValidator {
  private TlsRouteValidator() {}

  /**
   * Checks it.
   *
   * @param hosts those of the VirtualService
   */
  static void validate(
      TlsRoute route, VirtualService virtualService, HostOverlap hosts, Findings at) {
    if (route.match().isEmpty()) {
      at.missing("no match (expected: at least one with sniHosts)");
    }
    for (int i = 0; i < route.match().size(); i++) {
      validateMatch(route.match().get(i), virtualService, hosts, at.at("match").at(i));
    }
    if (route.route().isEmpty()) {
      at.missing("no route (expected: at least one destination)");
    }
    RouteDestinationValidator.validate(route.route(), at.at("route"));
  }

  private static void validateMatch(
      TlsMatch match, VirtualService virtualService, HostOverlap hosts, Findings at) {
    if (match.sniHosts().isEmpty()) {
      at.missing("no sniHosts (expected: at least one)");
    }
    for (int i = 0; i < match.sniHosts().size(); i++) {
      checkSniHost(match.sniHosts().get(i), virtualService, hosts, at.at("sniHosts").at(i));
    }
    for (int i = 0; i < match.destinationSubnets().size(); i++) {
      NameRules.checkSubnet(match.destinationSubnets().get(i), at.at("destinationSubnets").at(i));
    }
    ValueRules.checkPort(match.port(), at.at("port"));
    ValueRules.checkLabels(match.sourceLabels(), at.at("sourceLabels"));
    GatewayNameRules.check(match.gateways(), at.at("gateways"));
  }

  private static void checkSniHost(
      String sni, VirtualService virtualService, HostOverlap hosts, Findings at) {
    if (NameRules.isIp(sni)) {
      at.warn(
          ProblemCode.INVALID_VALUE, "sni: " + sni + " (expected: a name, addresses are not sent)");
      return;
    }
    boolean ofGateway = !GatewayNameRules.appliesToMesh(virtualService);
    if (ofGateway && SniNameRules.isSniName(sni)) {
      SniNameRules.check(sni, at);
    } else if (!NameRules.isWildcardDomain(sni)) {
      at.invalid("sni: \"" + sni + "\" (expected: a domain name)");
      return;
    }
    if (hosts.cover(sni).isEmpty()) {
      at.invalid("sni: \"" + sni + "\" (expected: covered by one of the hosts)");
    }
  }
}
