// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Workload;
import java.util.Map;
import java.util.stream.Stream;

/** The proxies of a mesh, and the sidecars that its pods would have. */
public final class KnownProxies {
  /** The address of pods that have none yet; their services follow from labels alone. */
  private static final ImmutableList<String> NO_ADDRESS = ImmutableList.of("0.0.0.0");

  private KnownProxies() {}

  /** The proxies of that type, and one for each pod without a proxy in the mesh. */
  public static ImmutableList<Proxy> of(MeshSnapshot snapshot, ProxyType type) {
    ImmutableSet<Map.Entry<String, String>> named =
        snapshot.proxies().stream()
            .map(proxy -> Map.entry(proxy.namespace(), proxy.name()))
            .collect(toImmutableSet());
    return Stream.concat(
            snapshot.proxies().stream().filter(proxy -> proxy.type() == type),
            snapshot.workloads().stream()
                .filter(
                    pod ->
                        !named.contains(
                            Map.entry(pod.metadata().namespace(), pod.metadata().name())))
                .map(pod -> of(pod, type)))
        .collect(toImmutableList());
  }

  private static Proxy of(Workload pod, ProxyType type) {
    return proxy(type, pod.metadata().namespace(), pod.metadata().labels()).toBuilder()
        .name(pod.metadata().name())
        .ipAddresses(pod.addresses().isEmpty() ? NO_ADDRESS : pod.addresses())
        .locality(pod.locality())
        .build();
  }

  /** A proxy of which only the labels are known. */
  public static Proxy proxy(ProxyType type, String namespace, ImmutableMap<String, String> labels) {
    return Proxy.builder()
        .type(type)
        .namespace(namespace)
        .labels(labels)
        .ipAddresses(NO_ADDRESS)
        .locality(Locality.UNKNOWN)
        .build();
  }
}
