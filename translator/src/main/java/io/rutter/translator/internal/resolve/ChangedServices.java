// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the services that a proxy sees changed: services that were added or removed, and services
 * with other endpoints or another DestinationRule.
 *
 * @param before removed and changed services, as they were
 * @param now added and changed services, as they are
 */
public record ChangedServices(ImmutableList<Service> before, ImmutableList<Service> now) {

  /**
   * The changes between two scopes; absent if other inputs changed, so that any service may be
   * affected.
   */
  public static Optional<ChangedServices> between(
      ProxyScope earlier, ProxyScope now, String clientNamespace) {
    if (!earlier.hasSameSurroundings(now)) {
      return Optional.empty();
    }
    MeshDifference difference = now.mesh().since(earlier.mesh());
    Set<String> hosts = new LinkedHashSet<>(now.sidecar().since(earlier.sidecar()).hosts());
    for (NamespacedHost host : difference.endpoints()) {
      now.sidecar()
          .service(host.hostname())
          .filter(service -> service.namespace().equals(host.namespace()))
          .ifPresent(service -> hosts.add(host.hostname()));
    }
    for (Service service : now.servicesUnderOtherRules(earlier)) {
      if (!rule(service, earlier, clientNamespace).equals(rule(service, now, clientNamespace))) {
        hosts.add(service.hostname());
      }
    }
    return Optional.of(new ChangedServices(services(hosts, earlier), services(hosts, now)));
  }

  private static ImmutableList<Service> services(Set<String> hosts, ProxyScope scope) {
    ImmutableList.Builder<Service> services = ImmutableList.builder();
    hosts.forEach(host -> scope.sidecar().service(host).ifPresent(services::add));
    return services.build();
  }

  private static Optional<MergedDestinationRule> rule(
      Service service, ProxyScope scope, String clientNamespace) {
    return scope
        .mesh()
        .destinationRules()
        .outbound(clientNamespace, scope.proxy().selectableLabels(), service);
  }
}
