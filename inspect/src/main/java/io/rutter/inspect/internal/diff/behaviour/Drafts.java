// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Collects what differs for one listener, and tells alike things once. */
final class Drafts {
  /** So many calls are compared at most for one host of one connection. */
  static final int MOST_COMPARED = 2000;

  /** What a difference is shown by, which joining it with others leaves as it is. */
  record Shown(CallMode direction, Call example, ImmutableList<AspectDifference> changes) {
    static Shown of(BehaviourDifference difference) {
      return new Shown(difference.direction(), difference.example(), difference.changes());
    }
  }

  /** A proxy that shows a difference. */
  record Sides(ProxySide before, ProxySide after) {}

  private final List<BehaviourDifference> found = new ArrayList<>();
  private final Map<Shown, Sides> sides = new LinkedHashMap<>();
  private final Set<String> bounded = new LinkedHashSet<>();
  private CallMode direction = CallMode.OUTBOUND;
  private String protocol = "";

  /** What follows is about such connections. */
  void at(CallMode newDirection, String newProtocol) {
    direction = newDirection;
    protocol = newProtocol;
  }

  /** A host has more different requests than are looked at. */
  void bounded(String target) {
    bounded.add(target);
  }

  void add(
      String target,
      ImmutableList<String> conditions,
      boolean sampled,
      ImmutableList<AspectDifference> changes,
      Call example,
      ProxySide before,
      ProxySide after) {
    found.add(
        BehaviourDifference.builder()
            .proxies(ImmutableList.of())
            .direction(direction)
            .protocols(ImmutableList.of(protocol))
            .targets(ImmutableList.of(target))
            .conditions(conditions)
            .sampled(sampled)
            .changes(changes)
            .example(example)
            .causesBefore(ImmutableList.of())
            .causesAfter(ImmutableList.of())
            .build());
    sides.putIfAbsent(new Shown(direction, example, changes), new Sides(before, after));
  }

  /** Hosts of which not all requests were looked at. */
  ImmutableSet<String> bounded() {
    return ImmutableSet.copyOf(bounded);
  }

  /** Who shows what was found. */
  Map<Shown, Sides> sides() {
    return Collections.unmodifiableMap(sides);
  }

  /**
   * What was found, without causes, with protocols and targets of which the same is true put
   * together.
   */
  ImmutableList<BehaviourDifference> all() {
    ImmutableList<BehaviourDifference> byProtocol =
        joined(
            found,
            one -> one.protocols(),
            (one, protocols) -> one.toBuilder().protocols(protocols).build());
    return JoinedConditions.of(
        joined(
            byProtocol,
            one -> one.targets(),
            (one, targets) -> one.toBuilder().targets(targets).build()));
  }

  /**
   * Differences that are the same but for one list, with these lists as one. What a difference was
   * shown by, and its causes, are those of the first.
   */
  static ImmutableList<BehaviourDifference> joined(
      List<BehaviourDifference> all,
      Function<BehaviourDifference, ImmutableList<String>> list,
      BiFunction<BehaviourDifference, ImmutableList<String>, BehaviourDifference> with) {
    Map<Object, List<BehaviourDifference>> groups = new LinkedHashMap<>();
    for (BehaviourDifference one : all) {
      BehaviourDifference without = with.apply(one, ImmutableList.of());
      groups
          .computeIfAbsent(
              ImmutableList.of(
                  without.proxies(),
                  without.direction(),
                  without.protocols(),
                  without.targets(),
                  without.conditions(),
                  without.changes()),
              key -> new ArrayList<>())
          .add(one);
    }
    return groups.values().stream()
        .map(
            group ->
                with.apply(
                    group.get(0),
                    ImmutableSet.copyOf(
                            group.stream().flatMap(one -> list.apply(one).stream()).toList())
                        .asList()))
        .collect(toImmutableList());
  }
}
