// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.ServiceSettingValues;
import io.rutter.model.mesh.ServiceSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Services of which a proxy uses only the endpoints in its own cluster: hosts that {@code
 * serviceSettings} name, and some of the platform's own. The most specific host decides. Istio
 * document: Multi-cluster Traffic Management.
 */
public final class ClusterLocalHosts {
  private ClusterLocalHosts() {}

  /** Whether a host is cluster-local. */
  public static boolean contains(MeshSettings settings, String hostname) {
    Map<String, Boolean> hosts = new LinkedHashMap<>();
    List<String> defaults = new ArrayList<>(defaults(settings.domainSuffix()));
    for (ServiceSettings entry : settings.config().serviceSettings()) {
      boolean local = entry.settings().map(ServiceSettingValues::clusterLocal).orElse(false);
      for (String host : entry.hosts()) {
        hosts.put(host, local);
        if (!local) {
          defaults.removeIf(standard -> covers(standard, host));
        }
      }
    }
    defaults.forEach(host -> hosts.put(host, true));
    return mostSpecific(hosts, hostname);
  }

  private static ImmutableList<String> defaults(String domain) {
    return ImmutableList.of(
        "*.kube-system.svc." + domain,
        "kubernetes.default.svc." + domain,
        "istiod.istio-system.svc." + domain);
  }

  private static boolean mostSpecific(Map<String, Boolean> hosts, String hostname) {
    return hosts.keySet().stream()
        .filter(host -> covers(host, hostname))
        .max(Comparator.comparingInt(ClusterLocalHosts::specificity))
        .map(hosts::get)
        .orElse(false);
  }

  private static int specificity(String host) {
    return host.startsWith("*") ? host.length() : Integer.MAX_VALUE;
  }

  private static boolean covers(String host, String other) {
    return host.equals(other) || (host.startsWith("*") && other.endsWith(host.substring(1)));
  }
}
