// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proxies whose clients see the same.
 *
 * @param proxies their names, sorted
 * @param resources those of the first
 */
record ClientGroup(ImmutableList<String> proxies, XdsResources resources) {
  /** What decides about calls that leave a pod, or about all calls to a gateway. */
  private record Key(
      ProxyType type,
      ImmutableList<Listener> listeners,
      ImmutableList<?> routes,
      ImmutableList<?> clusters) {
    static Key of(XdsResources resources) {
      boolean sidecar = resources.proxy().type() == ProxyType.SIDECAR;
      return new Key(
          resources.proxy().type(),
          ImmutableList.copyOf(
              resources.listeners().stream()
                  .filter(one -> !sidecar || !one.getName().equals("virtualInbound"))
                  .toList()),
          resources.routes(),
          ImmutableList.copyOf(
              resources.clusters().stream()
                  .filter(one -> !sidecar || !one.getName().startsWith("inbound|"))
                  .toList()));
    }
  }

  /** The groups of all proxies of a mesh. */
  static ImmutableList<ClientGroup> of(CompiledMesh mesh) {
    Map<Key, List<XdsResources>> groups = new LinkedHashMap<>();
    mesh.snapshot().proxies().stream()
        .sorted(Comparator.comparing(Proxy::id))
        .forEach(
            proxy -> {
              XdsResources resources = mesh.translate(proxy);
              groups.computeIfAbsent(Key.of(resources), key -> new ArrayList<>()).add(resources);
            });
    return ImmutableList.copyOf(
        groups.values().stream()
            .map(
                alike ->
                    new ClientGroup(
                        ImmutableList.copyOf(alike.stream().map(one -> one.proxy().id()).toList()),
                        alike.get(0)))
            .toList());
  }
}
