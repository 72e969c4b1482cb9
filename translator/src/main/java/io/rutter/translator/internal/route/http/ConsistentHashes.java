// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the hash that a DestinationRule asks for. Istio document: Destination Rule, {@code
 * LoadBalancerSettings.consistentHash}.
 */
public final class ConsistentHashes {
  private ConsistentHashes() {}

  /**
   * The hash for a destination of a VirtualService: the setting of the subset's port, else of the
   * subset, else of the rule's port, else of the rule. Port settings only apply if the destination
   * names its port.
   */
  static Optional<ConsistentHash> ofDestination(ProxyScope scope, Destination destination) {
    return scope
        .sidecar()
        .service(destination.host())
        .flatMap(scope::destinationRule)
        .map(MergedDestinationRule::rule)
        .flatMap(rule -> ofDestination(rule, destination));
  }

  private static Optional<ConsistentHash> ofDestination(
      DestinationRule rule, Destination destination) {
    Optional<TrafficPolicy> subset =
        TrafficPolicies.subset(rule, destination.subset().orElse(""))
            .flatMap(Subset::trafficPolicy);
    return ofPort(subset, destination.port())
        .or(() -> ofPolicy(subset))
        .or(() -> ofPort(rule.trafficPolicy(), destination.port()))
        .or(() -> ofPolicy(rule.trafficPolicy()));
  }

  /** The hash for a service without VirtualService: the setting of its port, else of the rule. */
  static Optional<ConsistentHash> ofService(ProxyScope scope, Service service, int port) {
    Optional<TrafficPolicy> policy =
        scope
            .destinationRule(service)
            .map(MergedDestinationRule::rule)
            .flatMap(DestinationRule::trafficPolicy);
    return ofPort(policy, OptionalInt.of(port)).or(() -> ofPolicy(policy));
  }

  /** Whether the hashes of services that two scopes have in common are the same. */
  public static boolean areSame(ProxyScope earlier, ProxyScope now) {
    return now.servicesUnderOtherRules(earlier).stream()
        .allMatch(
            service -> areSame(earlier.destinationRule(service), now.destinationRule(service)));
  }

  private static boolean areSame(
      Optional<MergedDestinationRule> one, Optional<MergedDestinationRule> other) {
    return one.equals(other) || (isWithout(one) && isWithout(other));
  }

  private static boolean isWithout(Optional<MergedDestinationRule> rule) {
    return rule.stream()
        .flatMap(merged -> TrafficPolicies.loadBalancers(merged.rule()))
        .allMatch(loadBalancer -> ofLoadBalancer(loadBalancer).isEmpty());
  }

  private static Optional<ConsistentHash> ofPort(Optional<TrafficPolicy> policy, OptionalInt port) {
    if (port.isEmpty() || policy.isEmpty()) {
      return Optional.empty();
    }
    for (PortTrafficPolicy settings : policy.get().portLevelSettings()) {
      if (settings.port().equals(port)) {
        return settings.loadBalancer().flatMap(ConsistentHashes::ofLoadBalancer);
      }
    }
    return Optional.empty();
  }

  private static Optional<ConsistentHash> ofPolicy(Optional<TrafficPolicy> policy) {
    return policy.flatMap(TrafficPolicy::loadBalancer).flatMap(ConsistentHashes::ofLoadBalancer);
  }

  private static Optional<ConsistentHash> ofLoadBalancer(LoadBalancer loadBalancer) {
    return loadBalancer
        .policy()
        .filter(LoadBalancerPolicy.Hashed.class::isInstance)
        .map(policy -> ((LoadBalancerPolicy.Hashed) policy).value());
  }
}
