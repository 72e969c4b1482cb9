// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses.Family;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The addresses under which a proxy's workload reaches a service. Istio documents: Service Entry,
 * {@code addresses}; DNS Proxying; Dual-Stack.
 *
 * <ul>
 *   <li>Services of the platform: their addresses in the families that the proxy has; only the
 *       first for a service of another cluster.
 *   <li>ServiceEntries: their address whatever its family, else an allocated one, if the proxy
 *       answers its workload's DNS queries.
 * </ul>
 */
public final class ServiceAddresses {
  private ServiceAddresses() {}

  /** All addresses, the main one first; empty for a service that is known by name only. */
  public static ImmutableList<String> of(ProxyScope scope, Service service) {
    if (service.registry() == ServiceRegistry.KUBERNETES) {
      return ofCluster(scope.proxy(), service)
          ? usable(scope, service.addresses())
          : usable(scope, service.addresses().stream().limit(1).toList());
    }
    if (service.addresses().isEmpty() && usesAllocated(scope.proxy())) {
      return usable(scope, service.autoAllocatedAddresses());
    }
    return service.addresses();
  }

  /** The main address. */
  public static Optional<String> main(ProxyScope scope, Service service) {
    return of(scope, service).stream().findFirst();
  }

  private static boolean ofCluster(Proxy proxy, Service service) {
    return service.clusterId().isEmpty()
        || proxy.cluster().isEmpty()
        || service.clusterId().equals(proxy.cluster());
  }

  private static boolean usesAllocated(Proxy proxy) {
    return ProxyMetadata.isTrue(proxy, "DNS_CAPTURE");
  }

  /**
   * Addresses in families that the proxy has; without dual stack, in the first address's family
   * only.
   */
  private static ImmutableList<String> usable(ProxyScope scope, List<String> addresses) {
    Family family = scope.family();
    if (family == Family.DUAL && scope.mesh().options().dualStack()) {
      return ImmutableList.copyOf(addresses);
    }
    boolean ipv6 =
        family == Family.DUAL
            ? !addresses.isEmpty() && isIpv6(addresses.get(0))
            : family == Family.IPV6;
    return addresses.stream().filter(address -> isIpv6(address) == ipv6).collect(toImmutableList());
  }

  private static boolean isIpv6(String address) {
    return address.indexOf(':') >= 0;
  }
}
