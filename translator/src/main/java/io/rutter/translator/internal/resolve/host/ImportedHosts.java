// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

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
 * IstioEgressListener.hosts}: each is a namespace and a host, where a star means any namespace, a
 * dot the proxy's, and a tilde before the namespace excludes the host even if another entry imports
 * it.
 */
public final class ImportedHosts {
  private static final String ANY_NAMESPACE = "*";
  private static final String EXCLUDE = "~";

  private final ImmutableMap<String, MostSpecificHost<String>> imported;
  private final ImmutableMap<String, MostSpecificHost<String>> excluded;

  /** The hosts of {@link #imported} again, for matches in the other direction. */
  private final ImmutableListMultimap<String, String> listed;

  private ImportedHosts(
      ImmutableMap<String, MostSpecificHost<String>> imported,
      ImmutableMap<String, MostSpecificHost<String>> excluded,
      ImmutableListMultimap<String, String> listed) {
    this.imported = imported;
    this.excluded = excluded;
    this.listed = listed;
  }

  /** Parses the hosts of a listener; malformed entries are skipped. */
  public static ImportedHosts of(List<String> hosts, String proxyNamespace) {
    Map<String, MostSpecificHost.Builder<String>> imported = new LinkedHashMap<>();
    Map<String, MostSpecificHost.Builder<String>> excluded = new LinkedHashMap<>();
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
      Map<String, MostSpecificHost.Builder<String>> hosts, String namespace, String host) {
    hosts.computeIfAbsent(namespace, n -> MostSpecificHost.builder()).putIfAbsent(host, host);
  }

  private static ImmutableMap<String, MostSpecificHost<String>> build(
      Map<String, MostSpecificHost.Builder<String>> hosts) {
    ImmutableMap.Builder<String, MostSpecificHost<String>> built = ImmutableMap.builder();
    hosts.forEach((namespace, builder) -> built.put(namespace, builder.build()));
    return built.buildOrThrow();
  }

  /** The services, if it names each of them; empty if it has a wildcard. */
  public Optional<ImmutableList<NamespacedHost>> exactHosts() {
    if (listed.containsKey(ANY_NAMESPACE)
        || listed.values().stream().anyMatch(HostNames::isWildcard)) {
      return Optional.empty();
    }
    return Optional.of(
        listed.entries().stream()
            .map(entry -> new NamespacedHost(entry.getKey(), entry.getValue()))
            .distinct()
            .collect(toImmutableList()));
  }

  /** Whether it imports a service: one of its hosts must cover the service's host. */
  public boolean importsService(Service service) {
    return importing(service).isPresent();
  }

  /**
   * Whether it imports an alias of an imported service: an entry for the service's namespace or for
   * any must cover the alias as well.
   */
  public boolean importsAlias(Service service, String alias) {
    return importing(service).filter(hosts -> hosts.covers(alias)).isPresent();
  }

  private Optional<MostSpecificHost<String>> importing(Service service) {
    String host = service.hostname();
    if (isExcluded(service.namespace(), host)) {
      return Optional.empty();
    }
    MostSpecificHost<String> named = imported.get(service.namespace());
    if (named != null && named.covers(host)) {
      return Optional.of(named);
    }
    MostSpecificHost<String> any = imported.get(ANY_NAMESPACE);
    return any != null && any.covers(host) ? Optional.of(any) : Optional.empty();
  }

  /**
   * Whether it imports a VirtualService, with all its hosts: one of these must cover or be covered
   * by one of the imported hosts and must not be excluded.
   */
  public boolean importsVirtualService(VirtualService virtualService) {
    String namespace = virtualService.metadata().namespace();
    return virtualService.hosts().stream()
        .anyMatch(
            host ->
                (overlaps(namespace, host) || overlaps(ANY_NAMESPACE, host))
                    && !isExcluded(namespace, host));
  }

  private boolean overlaps(String namespace, String host) {
    MostSpecificHost<String> hosts = imported.get(namespace);
    if (hosts == null) {
      return false;
    }
    return hosts.covers(host)
        || (HostNames.isWildcard(host)
            && listed.get(namespace).stream()
                .anyMatch(importedHost -> HostMatching.isSubset(importedHost, host)));
  }

  private boolean isExcluded(String namespace, String host) {
    return !excluded.isEmpty() && (excludes(namespace, host) || excludes(ANY_NAMESPACE, host));
  }

  private boolean excludes(String namespace, String host) {
    MostSpecificHost<String> hosts = excluded.get(namespace);
    return hosts != null && hosts.covers(host);
  }
}
