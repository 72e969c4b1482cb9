// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.translator.internal.endpoint.LocalityGroup.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code failoverPriority} → priorities of endpoints by how many leading labels equal the proxy's.
 * {@code key=value} overrides the proxy's own value. If the network is the first label, endpoints
 * of another network come after all endpoints of the proxy's network, and their further labels
 * still count. Each locality is split by priority. Istio document: Locality failover.
 */
final class FailoverPriorities {
  private FailoverPriorities() {}

  /** The groups, one for each locality and priority. */
  static ImmutableList<LocalityGroup> apply(
      List<String> priorities,
      Map<String, String> proxyLabels,
      ImmutableList<LocalityGroup> groups) {
    ImmutableList<Expected> expected = expected(priorities, proxyLabels);
    boolean networkFirst = priorities.get(0).equals(TopologyLabels.NETWORK);
    ImmutableList.Builder<LocalityGroup> result = ImmutableList.builder();
    for (LocalityGroup group : groups) {
      ImmutableListMultimap.Builder<Integer, Member> byPriority = ImmutableListMultimap.builder();
      byPriority.orderKeysBy(Comparator.naturalOrder());
      for (Member member : group.members()) {
        byPriority.put(distance(expected, networkFirst, member.labels()), member);
      }
      byPriority
          .build()
          .asMap()
          .forEach(
              (priority, members) ->
                  result.add(
                      group.withMembers(ImmutableList.copyOf(members)).withPriority(priority)));
    }
    return Priorities.withoutGaps(result.build());
  }

  /** A label and the value that counts as a match. */
  private record Expected(String label, String value) {}

  private static ImmutableList<Expected> expected(
      List<String> priorities, Map<String, String> proxyLabels) {
    return priorities.stream()
        .map(
            text -> {
              int equals = text.indexOf('=');
              return equals < 0
                  ? new Expected(text, proxyLabels.getOrDefault(text, ""))
                  : new Expected(text.substring(0, equals), text.substring(equals + 1));
            })
        .collect(toImmutableList());
  }

  private static int distance(
      ImmutableList<Expected> expected, boolean networkFirst, Map<String, String> labels) {
    int behind = 0;
    for (int i = 0; i < expected.size(); i++) {
      Expected label = expected.get(i);
      if (Objects.equals(label.value(), labels.getOrDefault(label.label(), ""))) {
        continue;
      }
      if (i > 0 || !networkFirst) {
        return behind + expected.size() - i;
      }
      behind = expected.size();
    }
    return behind;
  }
}
