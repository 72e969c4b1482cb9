// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.Workload;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The gateways of a mesh. Proxies that the same Gateways select are one viewpoint; a Gateway that
 * selects no proxy of the input is looked at through one that is made up, with the labels that it
 * asks for, in the namespace of a workload or service with these labels, else its own.
 */
final class GatewayViews {
  /** Annotation of Gateways that are made of other objects: they apply to these services. */
  private static final String SERVICES = "internal.istio.io/gateway-service";

  private final MeshSnapshot snapshot;
  private final ImmutableList<Gateway> gateways;
  private final Map<String, Viewpoint> views = new LinkedHashMap<>();

  private GatewayViews(MeshSnapshot snapshot) {
    this.snapshot = snapshot;
    this.gateways = ByName.sorted(snapshot.gateways(), Gateway::metadata);
  }

  static ImmutableList<Viewpoint> of(MeshSnapshot snapshot) {
    GatewayViews all = new GatewayViews(snapshot);
    snapshot.proxies().stream()
        .filter(proxy -> proxy.type() == ProxyType.GATEWAY)
        .sorted(Comparator.comparing(Proxy::id))
        .forEach(all::add);
    for (Gateway gateway : all.gateways) {
      if (all.views.values().stream().noneMatch(view -> view.gateways().contains(gateway))) {
        all.add(all.madeUp(gateway));
      }
    }
    return ImmutableList.copyOf(all.views.values());
  }

  private void add(Proxy proxy) {
    ImmutableList<Gateway> selecting =
        gateways.stream().filter(gateway -> selects(gateway, proxy)).collect(toImmutableList());
    if (!selecting.isEmpty()) {
      String name = proxy.namespace() + " " + selectors(selecting);
      views.putIfAbsent(name, new Viewpoint(name, proxy, selecting));
    }
  }

  private static boolean selects(Gateway gateway, Proxy proxy) {
    return gateway.metadata().annotations().containsKey(SERVICES)
        ? gateway.metadata().namespace().equals(proxy.namespace())
        : proxy.selectableLabels().entrySet().containsAll(gateway.selector().entrySet());
  }

  private static String selectors(ImmutableList<Gateway> gateways) {
    return gateways.stream()
        .map(gateway -> text(gateway.selector()))
        .distinct()
        .sorted()
        .collect(joining(" "));
  }

  static String text(Map<String, String> labels) {
    return Joiner.on(',').withKeyValueSeparator('=').join(ImmutableSortedMap.copyOf(labels));
  }

  private Proxy madeUp(Gateway gateway) {
    ImmutableMap<String, String> wanted = gateway.selector();
    for (Workload workload : ByName.sorted(snapshot.workloads(), Workload::metadata)) {
      if (workload.metadata().labels().entrySet().containsAll(wanted.entrySet())
          && !wanted.isEmpty()) {
        return gateway(workload.metadata().namespace(), workload.metadata().labels()).toBuilder()
            .ipAddresses(workload.addresses())
            .build();
      }
    }
    for (Service service : ByName.sorted(snapshot.services(), Service::metadata)) {
      if (service.selector().entrySet().containsAll(wanted.entrySet()) && !wanted.isEmpty()) {
        return gateway(service.namespace(), service.selector());
      }
    }
    return gateway(gateway.metadata().namespace(), wanted);
  }

  private static Proxy gateway(String namespace, ImmutableMap<String, String> labels) {
    return Proxy.of(namespace, "gateway").toBuilder()
        .type(ProxyType.GATEWAY)
        .labels(labels)
        .build();
  }
}
