// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;

/**
 * The shorter names by which a workload can call a service, which are those that its DNS search
 * domains complete. Kubernetes document: DNS for Services and Pods.
 */
public final class ShortHostNames {
  private static final String SERVICES = ".svc.";

  private ShortHostNames() {}

  /**
   * The short names of a host for a proxy with that DNS domain.
   *
   * @param domain {@code default.svc.cluster.local} on Kubernetes, any domain elsewhere
   */
  public static ImmutableList<String> of(String host, String domain) {
    int services = domain.indexOf(SERVICES);
    if (services < 0) {
      return ofPlainDomain(host, domain);
    }
    // Hosts of other domains have no short names, which could be names of services here.
    return host.endsWith(services > 0 ? domain.substring(services) : domain)
        ? ofKubernetesService(host, domain.substring(0, services))
        : ImmutableList.of();
  }

  private static ImmutableList<String> ofKubernetesService(String host, String namespace) {
    int services = host.indexOf(SERVICES);
    int dot = host.indexOf('.');
    if (services <= 0 || dot + 1 > services) {
      return ImmutableList.of();
    }
    String qualified = host.substring(0, services);
    return qualified.substring(dot + 1).equals(namespace)
        ? ImmutableList.of(host.substring(0, dot), qualified + ".svc", qualified)
        : ImmutableList.of(qualified, qualified + ".svc");
  }

  /** The host without the trailing labels that it shares with the domain. */
  private static ImmutableList<String> ofPlainDomain(String host, String domain) {
    List<String> labels = Splitter.on('.').splitToList(host);
    List<String> reversed = Lists.reverse(labels);
    List<String> reversedDomain = Lists.reverse(Splitter.on('.').splitToList(domain));
    int shared = 0;
    while (shared < Math.min(reversed.size(), reversedDomain.size())
        && reversed.get(shared).equals(reversedDomain.get(shared))) {
      shared++;
    }
    if (shared == 0) {
      return ImmutableList.of();
    }
    List<String> own = labels.subList(0, labels.size() - shared);
    String unique = String.join(".", own);
    return own.size() == 2
        ? ImmutableList.of(unique, unique + "." + labels.get(labels.size() - shared))
        : ImmutableList.of(unique);
  }
}
