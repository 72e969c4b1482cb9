// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Service;
import io.rutter.model.virtualservice.VirtualService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts that an egress listener imports. Istio document: Sidecar, {@code
 * IstioEgressListener.hosts}: each is a namespace and a host, where a star stands for any
 * namespace, a dot for that of the proxy, and a tilde before the namespace excludes; what is
 * excluded stays out whatever else imports it.
 */
final class ImportedHosts {
  private static final String ANY_NAMESPACE = "*";
  private static final String EXCLUDE = "~";

  private final ImmutableMap<String, HostMap<String>> imported;
  private final ImmutableMap<String, HostMap<String>> excluded;

  /** The hosts of {@link #imported} once more, for matches in the other direction. */
  private final ImmutableListMultimap<String, String> listed;

  private ImportedHosts(
      ImmutableMap<String, HostMap<String>> imported,
      ImmutableMap<String, HostMap<String>> excluded,
      ImmutableListMultimap<String, String> listed) {
    this.imported = imported;
    this.excluded = excluded;
    this.listed = listed;
  }

  /** Reads the hosts of a listener; entries that are not of the form are passed over. */
  static ImportedHosts of(List<String> hosts, String proxyNamespace) {
    Map<String, HostMap.Builder<String>> imported = new LinkedHashMap<>();
    Map<String, HostMap.Builder<String>> excluded = new LinkedHashMap<>();
    ImmutableListMultimap.Builder<String, String> listed = ImmutableListMultimap.builder();
    for (String entry : hosts) {
      int slash = entry.indexOf('/');
      if (slash < 0 || slash != entry.lastIndexOf('/')) {
        continue;
      }
      String namespace = entry.substring(0, slash);
      String host = entry.substring(slash + 1);
      if (namespace.startsWith(EXCLUDE)) {
        String from = namespace.equals(EXCLUDE) ? ANY_NAMESPACE : namespace.substring(1);
        put(excluded, own(from, proxyNamespace), host);
      } else {
        put(imported, own(namespace, proxyNamespace), host);
        listed.put(own(namespace, proxyNamespace), host);
      }
    }
    return new ImportedHosts(build(imported), build(excluded), listed.build());
  }

  private static String own(String namespace, String proxyNamespace) {
    return namespace.equals(".") ? proxyNamespace : namespace;
  }

  private static void put(
      Map<String, HostMap.Builder<String>> hosts, String namespace, String host) {
    hosts.computeIfAbsent(namespace, n -> HostMap.builder()).putIfAbsent(host, host);
  }

  private static ImmutableMap<String, HostMap<String>> build(
      Map<String, HostMap.Builder<String>> hosts) {
    ImmutableMap.Builder<String, HostMap<String>> built = ImmutableMap.builder();
    hosts.forEach((namespace, builder) -> built.put(namespace, builder.build()));
    return built.buildOrThrow();
  }

  /** The services that it names one by one, or nothing where it has a wildcard. */
  Optional<ImmutableList<NamespacedHost>> exactHosts() {
    if (listed.containsKey(ANY_NAMESPACE)
        || listed.values().stream().anyMatch(HostMatching::isWildcard)) {
      return Optional.empty();
    }
    return Optional.of(
        listed.entries().stream()
            .map(entry -> new NamespacedHost(entry.getKey(), entry.getValue()))
            .distinct()
            .collect(toImmutableList()));
  }

  /** Whether it imports a service: one of its hosts must cover that of the service. */
  boolean importsService(Service service) {
    return importing(service).isPresent();
  }

  /**
   * Whether another name of a service that it imports comes along: the entry's namespace, that of
   * the service or any, must cover that name as well.
   */
  boolean importsAlias(Service service, String alias) {
    return importing(service).filter(hosts -> hosts.covers(alias)).isPresent();
  }

  private Optional<HostMap<String>> importing(Service service) {
    String host = service.hostname();
    if (isExcluded(service.namespace(), host)) {
      return Optional.empty();
    }
    HostMap<String> named = imported.get(service.namespace());
    if (named != null && named.covers(host)) {
      return Optional.of(named);
    }
    HostMap<String> any = imported.get(ANY_NAMESPACE);
    return any != null && any.covers(host) ? Optional.of(any) : Optional.empty();
  }

  /**
   * Whether it imports a VirtualService, with all its hosts: one of these must cover or be covered
   * by one of the imported hosts and must not be excluded.
   */
  boolean importsVirtualService(VirtualService virtualService) {
    String namespace = virtualService.metadata().namespace();
    return virtualService.hosts().stream()
        .anyMatch(
            host ->
                (overlaps(namespace, host) || overlaps(ANY_NAMESPACE, host))
                    && !isExcluded(namespace, host));
  }

  private boolean overlaps(String namespace, String host) {
    HostMap<String> hosts = imported.get(namespace);
    if (hosts == null) {
      return false;
    }
    return hosts.covers(host)
        || (HostMatching.isWildcard(host)
            && listed.get(namespace).stream()
                .anyMatch(importedHost -> HostMatching.isSubset(importedHost, host)));
  }

  private boolean isExcluded(String namespace, String host) {
    return !excluded.isEmpty() && (excludes(namespace, host) || excludes(ANY_NAMESPACE, host));
  }

  private boolean excludes(String namespace, String host) {
    HostMap<String> hosts = excluded.get(namespace);
    return hosts != null && hosts.covers(host);
  }
}
