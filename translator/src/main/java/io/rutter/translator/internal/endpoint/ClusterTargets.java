// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists what a proxy can send traffic to: every port (except UDP) of every service it sees, as a
 * whole and by subset. If targets have the same cluster name, the first wins.
 */
public final class ClusterTargets {
  private ClusterTargets() {}

  /** The targets of a proxy for these services of its scope, in their order. */
  public static ImmutableList<ClusterTarget> of(
      ProxyScope scope, List<Service> services, String namespace, boolean bySni) {
    Map<String, ClusterTarget> byName = new LinkedHashMap<>();
    for (Service service : services) {
      if (service.resolution() != ServiceResolution.ALIAS) {
        add(scope, namespace, service, Purpose.ROUTING, byName);
      }
    }
    if (bySni) {
      for (Service service : services) {
        if (!service.meshExternal()) {
          add(scope, namespace, service, Purpose.SNI_FORWARDING, byName);
        }
      }
    }
    return ImmutableList.copyOf(byName.values());
  }

  private static void add(
      ProxyScope scope,
      String namespace,
      Service service,
      Purpose purpose,
      Map<String, ClusterTarget> byName) {
    Optional<MergedDestinationRule> rule =
        scope
            .mesh()
            .destinationRules()
            .outbound(namespace, scope.proxy().selectableLabels(), service);
    for (ServicePort port : service.ports()) {
      for (ClusterTarget target : ofPort(scope, service, port, rule, purpose)) {
        byName.putIfAbsent(target.clusterName(), target);
      }
    }
  }

  private static ImmutableList<ClusterTarget> ofPort(
      ProxyScope scope,
      Service service,
      ServicePort port,
      Optional<MergedDestinationRule> rule,
      Purpose purpose) {
    DiscoveryType own = discovery(service, purpose, scope.isGateway());
    if (port.protocol() == Protocol.UDP
        || (own.isDns() && scope.mesh().endpoints().endpointsByPortNumber(service, port).isEmpty())
        || (own == DiscoveryType.DYNAMIC_DNS && !canLookUp(port.protocol()))) {
      return ImmutableList.of();
    }
    Optional<TrafficPolicy> policy =
        TrafficPolicies.forPort(
            rule.map(MergedDestinationRule::rule).flatMap(DestinationRule::trafficPolicy),
            port.number());
    ClusterTarget whole =
        ClusterTarget.of(
            scope, service, port, rule, Optional.empty(), purpose, policy, own.under(policy));
    ImmutableList.Builder<ClusterTarget> targets = ImmutableList.builder();
    targets.add(whole);
    if (own != DiscoveryType.DYNAMIC_DNS) {
      for (Subset subset : rule.map(merged -> merged.rule().subsets()).orElse(ImmutableList.of())) {
        targets.add(ofSubset(whole, subset));
      }
    }
    return targets.build();
  }

  /**
   * The target of a subset, whose discovery starts from that of the whole service under its policy.
   */
  private static ClusterTarget ofSubset(ClusterTarget whole, Subset subset) {
    Optional<TrafficPolicy> policy =
        TrafficPolicies.forSubset(whole.policy(), subset, whole.port().number());
    return ClusterTarget.of(
        whole.scope(),
        whole.service(),
        whole.port(),
        whole.rule(),
        Optional.of(subset),
        whole.purpose(),
        policy,
        whole.discovery().under(subset.trafficPolicy()).under(policy));
  }

  private static DiscoveryType discovery(Service service, Purpose purpose, boolean gateway) {
    DiscoveryType own = DiscoveryType.of(service, gateway);
    return own == DiscoveryType.DYNAMIC_DNS && purpose == Purpose.SNI_FORWARDING
        ? DiscoveryType.EDS
        : own;
  }

  /** Whether connections of a protocol name the host they want. */
  private static boolean canLookUp(Protocol protocol) {
    return switch (protocol) {
      case HTTP, HTTP2, GRPC, TLS -> true;
      default -> false;
    };
  }
}
