// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which traffic policy applies to a port and a subset: the port takes precedence over the subset,
 * the subset over the rule. Istio document: Destination Rule, {@code
 * TrafficPolicy.PortTrafficPolicy}.
 */
public final class TrafficPolicies {
  private TrafficPolicies() {}

  /**
   * The policy of a rule for one port. Port settings replace the whole policy: only their four
   * blocks are left.
   */
  public static Optional<TrafficPolicy> forPort(Optional<TrafficPolicy> policy, int port) {
    return policy.map(
        whole -> portSettings(whole, port).map(TrafficPolicies::blocks).orElse(whole));
  }

  /** The subset of that name. */
  public static Optional<Subset> subset(DestinationRule rule, String name) {
    for (Subset subset : rule.subsets()) {
      if (subset.name().equals(name)) {
        return Optional.of(subset);
      }
    }
    return Optional.empty();
  }

  /**
   * The policy of a subset for one port, merged block by block over the rule's. Port settings
   * within the subset replace the rule's four blocks even where unset; tunnel, PROXY protocol and
   * retry budget of the rule are kept.
   */
  public static Optional<TrafficPolicy> forSubset(
      Optional<TrafficPolicy> rulePolicyForPort, Subset subset, int port) {
    if (subset.trafficPolicy().isEmpty()) {
      return rulePolicyForPort;
    }
    Optional<TrafficPolicy> own = forPort(subset.trafficPolicy(), port);
    if (rulePolicyForPort.isEmpty()) {
      return own;
    }
    boolean ofPort = portSettings(subset.trafficPolicy().get(), port).isPresent();
    return own.map(over -> overlay(rulePolicyForPort.get(), over, ofPort));
  }

  private static Optional<PortTrafficPolicy> portSettings(TrafficPolicy policy, int port) {
    return policy.portLevelSettings().stream()
        .filter(settings -> settings.port().isPresent() && settings.port().getAsInt() == port)
        .findFirst();
  }

  private static TrafficPolicy blocks(PortTrafficPolicy settings) {
    TrafficPolicy.Builder policy = TrafficPolicy.builder();
    settings.loadBalancer().ifPresent(policy::loadBalancer);
    settings.connectionPool().ifPresent(policy::connectionPool);
    settings.outlierDetection().ifPresent(policy::outlierDetection);
    settings.tls().ifPresent(policy::tls);
    return policy.build();
  }

  private static TrafficPolicy overlay(
      TrafficPolicy base, TrafficPolicy over, boolean replaceBlocks) {
    TrafficPolicy.Builder policy = TrafficPolicy.builder();
    if (!replaceBlocks) {
      base.loadBalancer().ifPresent(policy::loadBalancer);
      base.connectionPool().ifPresent(policy::connectionPool);
      base.outlierDetection().ifPresent(policy::outlierDetection);
      base.tls().ifPresent(policy::tls);
    }
    over.loadBalancer().ifPresent(policy::loadBalancer);
    over.connectionPool().ifPresent(policy::connectionPool);
    over.outlierDetection().ifPresent(policy::outlierDetection);
    over.tls().ifPresent(policy::tls);
    over.tunnel().or(base::tunnel).ifPresent(policy::tunnel);
    over.proxyProtocol().or(base::proxyProtocol).ifPresent(policy::proxyProtocol);
    over.retryBudget().or(base::retryBudget).ifPresent(policy::retryBudget);
    return policy.build();
  }

  /** All policies of a rule: its own and those of subsets. */
  public static Stream<TrafficPolicy> all(DestinationRule rule) {
    return Stream.concat(
        rule.trafficPolicy().stream(),
        rule.subsets().stream().flatMap(subset -> subset.trafficPolicy().stream()));
  }

  /** All load balancers of a rule: its own, of ports and of subsets. */
  public static Stream<LoadBalancer> loadBalancers(DestinationRule rule) {
    return all(rule)
        .flatMap(
            policy ->
                Stream.concat(
                    policy.loadBalancer().stream(),
                    policy.portLevelSettings().stream()
                        .flatMap(settings -> settings.loadBalancer().stream())));
  }
}
