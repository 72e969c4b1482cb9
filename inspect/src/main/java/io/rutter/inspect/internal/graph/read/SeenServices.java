// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.SortedSetMultimap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The services that the proxies of all viewpoints are given: their subsets, and how clients call
 * them.
 */
public final class SeenServices {
  private final SortedSetMultimap<String, String> subsets =
      MultimapBuilder.treeKeys().treeSetValues().build();

  /** By host, then by port: what clients send. */
  private final Map<String, TreeMap<Integer, SortedSet<String>>> tls = new TreeMap<>();

  private final SetMultimap<String, String> visible =
      MultimapBuilder.linkedHashKeys().treeSetValues().build();

  /** Takes in what the proxies of a viewpoint are given. */
  void add(Viewpoint view, Iterable<Cluster> clusters) {
    for (Cluster cluster : clusters) {
      ClusterName.parse(cluster.getName()).ifPresent(name -> add(view, cluster, name));
    }
  }

  private void add(Viewpoint view, Cluster cluster, ClusterName name) {
    if (!name.subset().isEmpty()) {
      subsets.put(name.host(), name.subset());
    }
    visible.put(view.name(), name.host());
    tls.computeIfAbsent(name.host(), host -> new TreeMap<>())
        .computeIfAbsent(name.port(), port -> new TreeSet<>())
        .add(ClientTls.of(cluster));
  }

  /** The subsets of a host. */
  public ImmutableSet<String> subsets(String host) {
    return ImmutableSet.copyOf(subsets.get(host));
  }

  /** The hosts of services that proxies of a viewpoint see. */
  public ImmutableSet<String> visible(Viewpoint view) {
    return ImmutableSet.copyOf(visible.get(view.name()));
  }

  /**
   * What clients send to a port of a host: {@code auto}, {@code mutual}, ...; several if they
   * differ.
   */
  public ImmutableSet<String> clientTls(String host, int port) {
    return ImmutableSet.copyOf(
        tls.getOrDefault(host, new TreeMap<>()).getOrDefault(port, new TreeSet<>()));
  }
}
