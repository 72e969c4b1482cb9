// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.destinationrule.Tunnel;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;

/** Checks a {@link TrafficPolicy}. */
final class TrafficPolicyValidator {
  private TrafficPolicyValidator() {}

  static void validate(TrafficPolicy policy, boolean inheritsOutlierDetection, Findings at) {
    if (policy.loadBalancer().isEmpty()
        && policy.connectionPool().isEmpty()
        && policy.outlierDetection().isEmpty()
        && policy.tls().isEmpty()
        && policy.portLevelSettings().isEmpty()
        && policy.tunnel().isEmpty()
        && policy.proxyProtocol().isEmpty()
        && policy.retryBudget().isEmpty()) {
      at.missing("an empty policy (expected: at least one setting)");
    }
    policy
        .outlierDetection()
        .ifPresent(o -> OutlierDetectionValidator.validate(o, at.at("outlierDetection")));
    policy
        .connectionPool()
        .ifPresent(c -> ConnectionPoolValidator.validate(c, at.at("connectionPool")));
    policy
        .loadBalancer()
        .ifPresent(
            l ->
                LoadBalancerValidator.validate(
                    l,
                    inheritsOutlierDetection || policy.outlierDetection().isPresent(),
                    at.at("loadBalancer")));
    policy.tls().ifPresent(t -> ClientTlsValidator.validate(t, at.at("tls")));
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      validatePort(policy.portLevelSettings().get(i), at.at("portLevelSettings").at(i));
    }
    policy.tunnel().ifPresent(t -> validateTunnel(t, at.at("tunnel")));
    if (policy.tunnel().isPresent() && policy.proxyProtocol().isPresent()) {
      at.conflicting("tunnel beside proxyProtocol (expected: one of them)");
    }
  }

  private static void validatePort(PortTrafficPolicy policy, Findings at) {
    if (policy.port().isEmpty()) {
      at.missing("no port (expected: port.number)");
    }
    if (policy.loadBalancer().isEmpty()
        && policy.connectionPool().isEmpty()
        && policy.outlierDetection().isEmpty()
        && policy.tls().isEmpty()) {
      at.missing("an empty policy (expected: at least one setting)");
    }
    policy
        .outlierDetection()
        .ifPresent(o -> OutlierDetectionValidator.validate(o, at.at("outlierDetection")));
    policy
        .connectionPool()
        .ifPresent(c -> ConnectionPoolValidator.validate(c, at.at("connectionPool")));
    policy
        .loadBalancer()
        .ifPresent(
            l ->
                LoadBalancerValidator.validate(
                    l, policy.outlierDetection().isPresent(), at.at("loadBalancer")));
    policy.tls().ifPresent(t -> ClientTlsValidator.validate(t, at.at("tls")));
  }

  private static void validateTunnel(Tunnel tunnel, Findings at) {
    String host = tunnel.targetHost();
    if (!NameRules.isFqdn(host) && !NameRules.isIp(host)) {
      at.at("targetHost").invalid("host: \"" + host + "\" (expected: a name or an IP address)");
    }
    ValueRules.checkPort(tunnel.targetPort().orElse(0), at.at("targetPort"));
  }
}
