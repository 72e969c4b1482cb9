// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.inspect.internal.graph.read.SeenHost;
import io.rutter.inspect.internal.graph.read.SeenRule;
import io.rutter.inspect.internal.graph.read.SeenTarget;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules of one host, with who sees each: callers and ports. */
final class HostRules {
  private static final int NAMED = 3;

  private final List<SeenHost> seen;
  private final ImmutableSet<Seer> all;

  /** Who sees something: a viewpoint on a port. */
  private record Seer(String view, int port) {}

  HostRules(List<SeenHost> seen) {
    this.seen = seen;
    this.all =
        seers(seen.stream().filter(host -> !host.rules().isEmpty()).collect(toImmutableList()));
  }

  /**
   * A rule and who follows it.
   *
   * @param rule the rule
   * @param first whether it is the first that is tried
   * @param seers {@code " on port 80"}, {@code " for callers in shop"}; empty if all do
   */
  record Followed(SeenRule rule, boolean first, String seers) {}

  private record Key(SeenRule rule, boolean first) {}

  /** Each rule once; what sidecars do without a rule is left out. */
  ImmutableList<Followed> each() {
    boolean gateway = seen.get(0).view().isGateway();
    SetMultimap<Key, Seer> followed = LinkedHashMultimap.create();
    for (SeenHost host : seen) {
      boolean first = true;
      for (SeenRule rule : rules(host)) {
        followed.put(new Key(rule, first), new Seer(host.view().name(), host.port()));
        first = false;
      }
    }
    return followed.asMap().entrySet().stream()
        .filter(entry -> gateway || !entry.getKey().rule().isDefault())
        .map(
            entry ->
                new Followed(
                    entry.getKey().rule(), entry.getKey().first(), difference(entry.getValue())))
        .collect(toImmutableList());
  }

  /**
   * A list of rules and who follows it.
   *
   * @param rules the rules in the order in which they are tried
   * @param seers as in {@link Followed}
   */
  record Variant(ImmutableList<SeenRule> rules, String seers) {}

  /** Each list of rules once. */
  ImmutableList<Variant> variants() {
    SetMultimap<ImmutableList<SeenRule>, Seer> followed = LinkedHashMultimap.create();
    for (SeenHost host : seen) {
      followed.put(rules(host), new Seer(host.view().name(), host.port()));
    }
    return followed.asMap().entrySet().stream()
        .map(entry -> new Variant(entry.getKey(), difference(entry.getValue())))
        .collect(toImmutableList());
  }

  /** At sidecars the port of a destination is that of the call, if nothing else is said. */
  private static ImmutableList<SeenRule> rules(SeenHost host) {
    return host.view().isGateway()
        ? host.rules()
        : host.rules().stream()
            .map(
                rule ->
                    new SeenRule(
                        rule.name(),
                        rule.object(),
                        rule.conditions(),
                        ofPort(rule.targets(), host.port()),
                        ofPort(rule.mirrors(), host.port()),
                        rule.answer(),
                        rule.faults(),
                        rule.details()))
            .collect(toImmutableList());
  }

  private static ImmutableList<SeenTarget> ofPort(ImmutableList<SeenTarget> targets, int port) {
    return targets.stream()
        .map(
            target ->
                target.port() == port && target.known()
                    ? new SeenTarget("", target.host(), target.subset(), 0, target.share(), true)
                    : target)
        .collect(toImmutableList());
  }

  private static ImmutableSet<Seer> seers(List<SeenHost> seen) {
    return seen.stream()
        .map(host -> new Seer(host.view().name(), host.port()))
        .collect(toImmutableSet());
  }

  private String difference(Collection<Seer> seers) {
    Set<Integer> ports = ports(seers);
    Set<String> views = views(seers);
    return (ports.equals(ports(all)) ? "" : " on port " + Joiner.on(", ").join(ports))
        + callers(views, views(all));
  }

  /** Those who do or those who do not, whichever are fewer. */
  private static String callers(Set<String> own, Set<String> every) {
    Set<String> others = new TreeSet<>(every);
    others.removeAll(own);
    if (others.isEmpty()) {
      return "";
    }
    return others.size() < own.size()
        ? " except for callers in " + listed(others, every)
        : " for callers in " + listed(own, every);
  }

  private static Set<Integer> ports(Collection<Seer> seers) {
    Set<Integer> ports = new TreeSet<>();
    seers.forEach(seer -> ports.add(seer.port()));
    return ports;
  }

  private static Set<String> views(Collection<Seer> seers) {
    Set<String> views = new TreeSet<>();
    seers.forEach(seer -> views.add(seer.view()));
    return views;
  }

  /** Those of a namespace as one, if all of it are among them; likewise with labels. */
  private static ImmutableList<String> shortest(Set<String> names, Set<String> every) {
    return names.stream()
        .filter(
            name ->
                names.stream()
                    .noneMatch(
                        wider ->
                            covers(wider, name)
                                && every.stream()
                                    .filter(other -> covers(wider, other))
                                    .allMatch(names::contains)))
        .collect(toImmutableList());
  }

  private static boolean covers(String wider, String name) {
    return name.startsWith(wider + " ") || name.startsWith(wider + ",");
  }

  private static String listed(Set<String> names, Set<String> every) {
    ImmutableList<String> list = shortest(names, every);
    int more = list.size() - NAMED;
    return more <= 1
        ? String.join("; ", list)
        : String.join("; ", list.subList(0, NAMED)) + " and " + more + " more";
  }
}
