// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.controlplane.cache.Resources;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Envoys of the present mesh are given, by id. Immutable. */
final class ServedStates {
  static final ServedStates NONE = new ServedStates(ImmutableMap.of());

  /**
   * What one proxy is given.
   *
   * @param now what it shall have
   * @param before what it had to have until then, if something
   */
  record Served(ProxyState now, @Nullable ProxyState before) {
    /**
     * The state that an Envoy certainly has which comes back with this version of its clusters;
     * null if that is not known.
     */
    @Nullable ProxyState stateOf(String clusterVersion) {
      return before != null && isOf(before, clusterVersion) ? before : null;
    }

    private boolean isOf(ProxyState old, String clusterVersion) {
      String type = Resources.V3.CLUSTER_TYPE_URL;
      return clusterVersion.equals(old.version(type))
          || clusterVersion.equals(old.withClustersOf(now).version(type));
    }
  }

  private final ImmutableMap<String, Served> byProxy;

  private ServedStates(ImmutableMap<String, Served> byProxy) {
    this.byProxy = byProxy;
  }

  /** The next mesh: these proxies and no others. */
  ServedStates next(Map<String, ProxyState> states) {
    return new ServedStates(
        states.entrySet().stream()
            .collect(toImmutableMap(Map.Entry::getKey, e -> after(of(e.getKey()), e.getValue()))));
  }

  private static Served after(@Nullable Served last, ProxyState now) {
    if (last == null) {
      return new Served(now, null);
    }
    return last.now().equals(now) ? last : new Served(now, last.now());
  }

  /** What this proxy is given; null if the mesh has no such proxy. */
  @Nullable Served of(String proxyId) {
    return byProxy.get(proxyId);
  }

  /** The ids of all proxies. */
  ImmutableSet<String> proxyIds() {
    return byProxy.keySet();
  }
}
