// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.rutter.model.Locality;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.List;
import java.util.OptionalLong;

/**
 * The endpoints of a cluster in one locality that have one priority.
 *
 * @param locality the locality
 * @param priority 0 for the highest
 * @param weight load relative to other localities; absent where there are no members
 * @param members the endpoints
 */
record LocalityGroup(
    Locality locality, int priority, OptionalLong weight, ImmutableList<Member> members) {

  private static final long MAX_WEIGHT = 0xFFFF_FFFFL;

  /**
   * One endpoint.
   *
   * @param labels labels of the workload with its topology
   * @param network the network of its address
   * @param clusterId the cluster that it runs in
   * @param endpoint Envoy's message
   */
  record Member(
      ImmutableMap<String, String> labels, String network, String clusterId, LbEndpoint endpoint) {
    /** The load relative to other members. */
    long weight() {
      return Integer.toUnsignedLong(endpoint.getLoadBalancingWeight().getValue());
    }

    /** Whether it has the label of Istio's mutual TLS. */
    boolean takesMutualTls() {
      return LbEndpointTranslator.takesMutualTls(endpoint);
    }

    /** A copy with another weight. */
    Member withWeight(long weight) {
      return new Member(
          labels,
          network,
          clusterId,
          endpoint.toBuilder().setLoadBalancingWeight(Wrappers.uint32(weight)).build());
    }
  }

  /** A group of priority 0, whose weight is the sum of the members' weights. */
  static LocalityGroup of(Locality locality, List<Member> members) {
    return new LocalityGroup(locality, 0, weightOf(members), ImmutableList.copyOf(members));
  }

  /** A copy with other members and the sum of their weights. */
  LocalityGroup withMembers(List<Member> others) {
    return new LocalityGroup(locality, priority, weightOf(others), ImmutableList.copyOf(others));
  }

  private static OptionalLong weightOf(List<Member> members) {
    if (members.isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (Member member : members) {
      sum += member.weight();
    }
    return OptionalLong.of(Math.min(sum, MAX_WEIGHT));
  }

  /** A copy with another priority. */
  LocalityGroup withPriority(int other) {
    return other == priority ? this : new LocalityGroup(locality, other, weight, members);
  }

  /** A copy with another weight. */
  LocalityGroup withWeight(long other) {
    return new LocalityGroup(locality, priority, OptionalLong.of(other), members);
  }

  /** A copy without members; the weight stays. */
  LocalityGroup withoutMembers() {
    return new LocalityGroup(locality, priority, weight, ImmutableList.of());
  }

  /** The group as Envoy's message. */
  LocalityLbEndpoints toProto() {
    LocalityLbEndpoints.Builder builder =
        LocalityLbEndpoints.newBuilder()
            .setLocality(
                io.envoyproxy.envoy.config.core.v3.Locality.newBuilder()
                    .setRegion(locality.region())
                    .setZone(locality.zone())
                    .setSubZone(locality.subZone()))
            .setPriority(priority);
    if (weight.isPresent()) {
      builder.setLoadBalancingWeight(Wrappers.uint32(weight.getAsLong()));
    }
    for (Member member : members) {
      builder.addLbEndpoints(member.endpoint());
    }
    return builder.build();
  }
}
