// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.Optional;
import java.util.function.Predicate;

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
    boolean sameServices = earlier.sidecar().hasSameServices(now.sidecar());
    boolean sameRules = earlier.hasSameDestinationRules(now);
    ImmutableSet<NamespacedHost> endpoints =
        now.mesh().endpoints().differing(earlier.mesh().endpoints());
    if (sameServices && sameRules && endpoints.isEmpty()) {
      return Optional.of(new ChangedServices(ImmutableList.of(), ImmutableList.of()));
    }
    ImmutableList<Service> changed =
        changed(
            now,
            earlier,
            service ->
                endpoints.contains(NamespacedHost.of(service))
                    || !(sameRules
                        || rule(service, earlier, clientNamespace)
                            .equals(rule(service, now, clientNamespace))));
    if (sameServices) {
      return Optional.of(new ChangedServices(changed, changed));
    }
    ImmutableSet<String> hosts = changed.stream().map(Service::hostname).collect(toImmutableSet());
    return Optional.of(
        new ChangedServices(
            changed(earlier, now, service -> hosts.contains(service.hostname())), changed));
  }

  /** The services of one scope that the other lacks, or that are changed. */
  private static ImmutableList<Service> changed(
      ProxyScope some, ProxyScope others, Predicate<Service> isChanged) {
    return some.sidecar().services().stream()
        .filter(
            service ->
                others
                        .sidecar()
                        .service(service.hostname())
                        .filter(other -> References.same(service, other))
                        .isEmpty()
                    || isChanged.test(service))
        .collect(toImmutableList());
  }

  private static Optional<MergedDestinationRule> rule(
      Service service, ProxyScope scope, String clientNamespace) {
    return scope
        .mesh()
        .destinationRules()
        .outbound(clientNamespace, scope.proxy().selectableLabels(), service);
  }
}
