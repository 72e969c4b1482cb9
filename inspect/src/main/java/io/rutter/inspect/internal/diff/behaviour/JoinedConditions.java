// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.diff.BehaviourDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences that are the same but for one condition, told as one: this condition or that. */
final class JoinedConditions {
  private JoinedConditions() {}

  static ImmutableList<BehaviourDifference> of(ImmutableList<BehaviourDifference> all) {
    int most = all.stream().mapToInt(one -> one.conditions().size()).max().orElse(0);
    ImmutableList<BehaviourDifference> joined = all;
    for (int place = 0; place < most; place++) {
      joined = at(place, joined);
    }
    return joined;
  }

  private static ImmutableList<BehaviourDifference> at(
      int place, ImmutableList<BehaviourDifference> all) {
    Map<Object, List<BehaviourDifference>> groups = new LinkedHashMap<>();
    for (BehaviourDifference one : all) {
      groups.computeIfAbsent(key(place, one), key -> new ArrayList<>()).add(one);
    }
    ImmutableList.Builder<BehaviourDifference> joined = ImmutableList.builder();
    for (List<BehaviourDifference> group : groups.values()) {
      joined.add(group.size() == 1 ? group.get(0) : joined(place, group));
    }
    return joined.build();
  }

  private static Object key(int place, BehaviourDifference one) {
    if (place >= one.conditions().size()) {
      return one;
    }
    List<String> others = new ArrayList<>(one.conditions());
    String subject = subject(others.remove(place));
    return ImmutableList.of(
        one.direction(),
        one.protocols(),
        one.targets(),
        one.changes(),
        place,
        subject,
        ImmutableList.copyOf(others));
  }

  /** What a condition is about, as far as its words tell: those that begin alike. */
  private static String subject(String condition) {
    int colon = condition.indexOf(": ");
    int space = condition.indexOf(' ');
    return condition.substring(0, colon > 0 ? colon : Math.max(0, space));
  }

  private static BehaviourDifference joined(int place, List<BehaviourDifference> group) {
    BehaviourDifference first = group.get(0);
    Set<String> texts = new LinkedHashSet<>();
    boolean sampled = false;
    for (BehaviourDifference one : group) {
      String condition = one.conditions().get(place);
      texts.add(
          texts.isEmpty() || !condition.startsWith("host ")
              ? condition
              : condition.substring("host ".length()));
      sampled |= one.sampled();
    }
    List<String> conditions = new ArrayList<>(first.conditions());
    conditions.set(place, String.join(" or ", texts));
    return first.toBuilder().conditions(ImmutableList.copyOf(conditions)).sampled(sampled).build();
  }
}
