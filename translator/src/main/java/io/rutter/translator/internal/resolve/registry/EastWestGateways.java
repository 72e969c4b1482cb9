// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import com.google.common.math.IntMath;
import java.util.Collection;
import java.util.Map;

/** Gateways by the network, and the cluster in it, that they lead into. */
public final class EastWestGateways {
  private final ImmutableListMultimap<String, EastWestGateway> byNetwork;
  private final ImmutableListMultimap<Map.Entry<String, String>, EastWestGateway> byCluster;
  private final int weightScale;

  private EastWestGateways(ImmutableList<EastWestGateway> gateways) {
    this.byNetwork = Multimaps.index(gateways, EastWestGateway::network);
    this.byCluster =
        Multimaps.index(gateways, gateway -> Map.entry(gateway.network(), gateway.cluster()));
    int scale = 1;
    for (Collection<EastWestGateway> group :
        Iterables.concat(byNetwork.asMap().values(), byCluster.asMap().values())) {
      scale = scale / IntMath.gcd(scale, group.size()) * group.size();
    }
    this.weightScale = scale;
  }

  static EastWestGateways of(Collection<EastWestGateway> gateways) {
    return new EastWestGateways(
        gateways.stream().distinct().sorted(EastWestGateway.BY_ADDRESS).collect(toImmutableList()));
  }

  /** Whether these are the same gateways. */
  boolean hasSame(EastWestGateways others) {
    return byNetwork.equals(others.byNetwork) && byCluster.equals(others.byCluster);
  }

  /** Whether there is none, so that all networks reach each other directly. */
  public boolean isEmpty() {
    return byNetwork.isEmpty();
  }

  /**
   * The least common multiple of the numbers of gateways per network and per cluster: weights
   * multiplied by it can be split among gateways without remainder.
   */
  public int weightScale() {
    return weightScale;
  }

  /**
   * The gateways to endpoints of a network and a cluster: the gateways of that cluster, or without
   * any, all of the network; sorted by address and port.
   */
  public ImmutableList<EastWestGateway> to(String network, String cluster) {
    ImmutableList<EastWestGateway> nearest = byCluster.get(Map.entry(network, cluster));
    return (nearest.isEmpty() ? byNetwork.get(network) : nearest)
        .stream().filter(gateway -> gateway.port() != 0).collect(toImmutableList());
  }
}
