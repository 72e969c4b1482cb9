// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.rutter.model.Locality;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.translator.internal.endpoint.LocalityGroup.Member;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.registry.EastWestGateway;
import io.rutter.translator.internal.resolve.registry.EastWestGateways;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import java.net.Inet4Address;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts gateways in place of endpoints that the proxy cannot reach because they are in another
 * network. A gateway gets the weight of the endpoints behind it that accept mutual TLS, because it
 * forwards by the server name of the handshake. All weights are scaled so that each gateway's
 * weight is a whole number. Names that Envoy resolves are left alone: a freshly started istiod
 * knows no gateway for them. Istio document: Install Multi-Primary on different networks.
 */
final class SplitHorizon {
  private static final long MAX_WEIGHT = 0xFFFF_FFFFL;

  private SplitHorizon() {}

  /** The groups as the proxy can reach them; unchanged in a mesh without gateways. */
  static ImmutableList<LocalityGroup> apply(
      ClusterTarget target, ImmutableList<LocalityGroup> groups) {
    EastWestGateways gateways = target.scope().mesh().networks().gateways();
    if (gateways.isEmpty() || target.discovery() != DiscoveryType.EDS) {
      return withoutAddressless(groups);
    }
    Proxy proxy = target.scope().proxy();
    Origins origins = target.scope().origins();
    return groups.stream()
        .map(group -> apply(group, proxy, gateways, origins))
        .collect(toImmutableList());
  }

  private static LocalityGroup apply(
      LocalityGroup group, Proxy proxy, EastWestGateways allGateways, Origins origins) {
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    Map<EastWestGateway, Long> weights = new TreeMap<>(EastWestGateway.BY_ADDRESS);
    for (Member member : group.members()) {
      long weight = Math.min(member.weight() * allGateways.weightScale(), MAX_WEIGHT);
      ImmutableList<EastWestGateway> gateways =
          allGateways.to(member.network(), member.clusterId());
      if (gateways.isEmpty() || isInNetwork(proxy, member)) {
        if (hasAddress(member)) {
          members.add(member.withWeight(weight));
        }
        continue;
      }
      ImmutableList<EastWestGateway> reachable = reachable(gateways, proxy);
      if (member.takesMutualTls()) {
        for (EastWestGateway gateway : reachable) {
          weights.merge(gateway, weight / reachable.size(), Long::sum);
        }
      }
    }
    weights.forEach((gateway, weight) -> members.add(member(gateway, weight, origins)));
    return group.withMembers(members.build());
  }

  /**
   * Whether the proxy reaches the member directly; a member without a network is reachable from
   * everywhere.
   */
  private static boolean isInNetwork(Proxy proxy, Member member) {
    return member.network().isEmpty() || member.network().equals(proxy.network());
  }

  private static ImmutableList<EastWestGateway> reachable(
      ImmutableList<EastWestGateway> gateways, Proxy proxy) {
    return switch (ProxyAddresses.family(proxy)) {
      case DUAL -> gateways;
      case IPV4 -> gateways.stream().filter(g -> isIpv4(g, true)).collect(toImmutableList());
      case IPV6 -> gateways.stream().filter(g -> isIpv4(g, false)).collect(toImmutableList());
    };
  }

  private static boolean isIpv4(EastWestGateway gateway, boolean wanted) {
    return InetAddresses.isInetAddress(gateway.address())
        && InetAddresses.forString(gateway.address()) instanceof Inet4Address == wanted;
  }

  private static Member member(EastWestGateway gateway, long weight, Origins origins) {
    LbEndpoint endpoint =
        LbEndpointTranslator.translate(gateway, Math.max(1, Math.min(weight, MAX_WEIGHT)));
    if (origins.areKept()) {
      origins.add(
          endpoint.getEndpoint(), origins.places().gateway(gateway.network(), gateway.address()));
    }
    ImmutableMap<String, String> labels =
        TopologyLabels.add(
            ImmutableMap.of(), Locality.UNKNOWN, gateway.cluster(), "", gateway.network());
    return new Member(labels, gateway.network(), gateway.cluster(), endpoint);
  }

  /**
   * The groups without members that have no address of their own, which only a gateway could reach.
   */
  private static ImmutableList<LocalityGroup> withoutAddressless(
      ImmutableList<LocalityGroup> groups) {
    if (Iterables.all(groups, SplitHorizon::isReachable)) {
      return groups;
    }
    return groups.stream()
        .map(
            group ->
                isReachable(group)
                    ? group
                    : group.withMembers(
                        group.members().stream()
                            .filter(SplitHorizon::hasAddress)
                            .collect(toImmutableList())))
        .filter(group -> !group.members().isEmpty())
        .collect(toImmutableList());
  }

  private static boolean isReachable(LocalityGroup group) {
    return !group.members().isEmpty() && Iterables.all(group.members(), SplitHorizon::hasAddress);
  }

  private static boolean hasAddress(Member member) {
    return !member.endpoint().getEndpoint().getAddress().getSocketAddress().getAddress().isEmpty()
        || member.endpoint().getEndpoint().getAddress().hasPipe();
  }
}
