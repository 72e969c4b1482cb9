// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import java.util.stream.Stream;

/**
 * The hosts that proxies may have clusters for, and suggestions for a host that is not among them.
 */
public final class KnownHosts {
  private static final int MOST_SUGGESTIONS = 3;

  private final ServiceIndex services;
  private final String domain;
  private final ImmutableListMultimap<String, String> byFirstLabel;
  private final ImmutableList<String> wildcards;

  private KnownHosts(
      ServiceIndex services,
      String domain,
      ImmutableListMultimap<String, String> byFirstLabel,
      ImmutableList<String> wildcards) {
    this.services = services;
    this.domain = domain;
    this.byFirstLabel = byFirstLabel;
    this.wildcards = wildcards;
  }

  public static KnownHosts of(MeshIndex mesh) {
    ImmutableList<String> hosts =
        mesh.services().all().stream()
            .map(Service::hostname)
            .distinct()
            .sorted()
            .collect(toImmutableList());
    return new KnownHosts(
        mesh.services(),
        mesh.settings().domainSuffix(),
        hosts.stream().collect(toImmutableListMultimap(KnownHosts::firstLabel, host -> host)),
        hosts.stream().filter(HostNames::isWildcard).collect(toImmutableList()));
  }

  private static String firstLabel(String host) {
    return Splitter.on('.').split(host).iterator().next();
  }

  /**
   * The services behind a destination with that full host: the services of the host, and for an
   * ExternalName service those of its external name. If empty, no proxy has a cluster for it.
   */
  public ImmutableList<Service> behind(String host) {
    return services.ofHost(host).stream()
        .flatMap(
            service ->
                service
                    .aliasOf()
                    .map(target -> services.ofHost(target).stream())
                    .orElseGet(() -> Stream.of(service)))
        .filter(service -> service.resolution() != ServiceResolution.ALIAS)
        .distinct()
        .collect(toImmutableList());
  }

  /** What may have been meant by a host that no service has: {@code expected: ...}. */
  public String suggestion(String host) {
    if (!services.ofHost(host).isEmpty()) {
      return "expected: another name of a service of the mesh, which this one does not lead to";
    }
    String completed = host + ".svc." + domain;
    if (!services.ofHost(completed).isEmpty()) {
      return "expected: " + completed + ", as a host with a dot is taken for a full one";
    }
    for (String wildcard : wildcards) {
      if (HostMatching.isSubset(host, wildcard)) {
        return "expected: a service of that very host, as proxies have no cluster for names below "
            + wildcard;
      }
    }
    ImmutableList<String> similar = byFirstLabel.get(firstLabel(host));
    return similar.isEmpty()
        ? "expected: the host of a service"
        : "expected: the host of a service, such as "
            + similar.stream().limit(MOST_SUGGESTIONS).collect(joining(" or "));
  }
}
