// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.Division;
import io.rutter.inspect.internal.diff.division.Partition;
import io.rutter.inspect.internal.diff.division.Program;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.diff.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares all requests of one connection: host by host, then by what the routes look at. */
final class HttpComparison {
  private static final Dimension SCHEME = new Dimension(Dimension.Kind.HEADER, ":scheme");

  private final Call base;
  private final CallEnd before;
  private final CallEnd after;
  private final HttpPrograms programsBefore;
  private final HttpPrograms programsAfter;
  private final TargetWords words;
  private final Drafts drafts;

  HttpComparison(
      Call base,
      CallEnd before,
      CallEnd after,
      ChangedClusters changed,
      TargetWords words,
      Drafts drafts) {
    this.base = base;
    this.words = words;
    this.before = before;
    this.after = after;
    this.drafts = drafts;
    Numbers numbers = new Numbers();
    this.programsBefore = HttpPrograms.of(before, base, changed, "before", numbers);
    this.programsAfter = HttpPrograms.of(after, base, changed, "after", numbers);
  }

  void run() {
    Optional<RouteConfiguration> one = programsBefore.routes();
    Optional<RouteConfiguration> other = programsAfter.routes();
    boolean alike =
        programsBefore.surroundings() == programsAfter.surroundings()
            && programsBefore.access().equals(programsAfter.access());
    Set<String> named = hostsOfPolicies();
    ImmutableList<HostPairs.Pair> pairs = HostPairs.of(before, one, after, other, named);
    Map<String, Integer> uses = new LinkedHashMap<>();
    pairs.forEach(pair -> uses.merge(label(pair), 1, Integer::sum));
    for (HostPairs.Pair pair : pairs) {
      if (!(alike && programsBefore.isSame(pair.before(), pair.after()))) {
        compare(pair, uses.getOrDefault(label(pair), 0) > 1);
      }
    }
  }

  /** Hosts that conditions on hosts tell apart. */
  private Set<String> hostsOfPolicies() {
    ImmutableSet.Builder<TextTest> tests = ImmutableSet.builder();
    for (HttpPrograms programs : List.of(programsBefore, programsAfter)) {
      programs
          .program(Optional.empty())
          .visit(
              (dimension, test) -> {
                if (dimension.equals(Dimension.AUTHORITY)) {
                  tests.add(test);
                }
              });
    }
    Set<String> hosts = new LinkedHashSet<>();
    ImmutableSet<TextTest> all = tests.build();
    if (!all.isEmpty()) {
      Partition.of(Dimension.AUTHORITY, all)
          .values()
          .forEach(host -> host.filter(text -> !text.isEmpty()).ifPresent(hosts::add));
    }
    return hosts;
  }

  private void compare(HostPairs.Pair pair, boolean named) {
    Program one = scheme(programsBefore.program(pair.before()));
    Program other = scheme(programsAfter.program(pair.after()));
    Map<ImmutableList<Program>, List<String>> hosts = new LinkedHashMap<>();
    for (String host : pair.hosts()) {
      ImmutableList<Program> left =
          ImmutableList.of(
              one.given(Dimension.AUTHORITY, Optional.of(host)),
              other.given(Dimension.AUTHORITY, Optional.of(host)));
      hosts.computeIfAbsent(left, key -> new ArrayList<>()).add(host);
      if (hosts.size() == 1 && !hasHosts(one) && !hasHosts(other)) {
        hosts.put(left, new ArrayList<>(pair.hosts()));
        break;
      }
    }
    hosts.forEach((programs, of) -> divide(pair, programs, of, named || hosts.size() > 1));
  }

  private static boolean hasHosts(Program program) {
    List<Dimension> found = new ArrayList<>();
    program.visit(
        (dimension, test) -> {
          if (dimension.equals(Dimension.AUTHORITY)) {
            found.add(dimension);
          }
        });
    return !found.isEmpty();
  }

  private Program scheme(Program program) {
    return program.given(SCHEME, Optional.of(base.tls() == CallTls.PLAINTEXT ? "http" : "https"));
  }

  private void divide(
      HostPairs.Pair pair, ImmutableList<Program> programs, List<String> hosts, boolean named) {
    String host = hosts.get(0);
    Call call = base.toBuilder().host(host).build();
    Division<ImmutableList<AspectDifference>> division =
        new Division<>(values -> difference(call, values, pair), Drafts.MOST_COMPARED);
    ImmutableList<Division.Part<ImmutableList<AspectDifference>>> parts =
        division.of(programs.get(0), programs.get(1), ImmutableMap.of());
    if (division.isBounded()) {
      drafts.bounded(label(pair));
    }
    for (Division.Part<ImmutableList<AspectDifference>> part : parts) {
      Call example = Representative.of(call, part.example());
      ImmutableList<String> conditions =
          named
              ? ImmutableList.<String>builder()
                  .add(hostCondition(hosts))
                  .addAll(part.conditions())
                  .build()
              : part.conditions();
      drafts.add(
          label(pair),
          conditions,
          part.sampled(),
          part.difference(),
          example,
          before.side(),
          after.side());
    }
  }

  private static String hostCondition(List<String> hosts) {
    return "host " + String.join(" or ", hosts.stream().map(HttpComparison::printed).toList());
  }

  private static String printed(String host) {
    return host.startsWith("any.") ? "*" + host.substring(3) : host;
  }

  private Optional<ImmutableList<AspectDifference>> difference(
      Call call, ImmutableMap<Dimension, Optional<String>> values, HostPairs.Pair pair) {
    Call example = Representative.of(call, values);
    ImmutableList<AspectDifference> found =
        Outcome.compare(
            Outcome.of(before, pair.before(), example), Outcome.of(after, pair.after(), example));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private String label(HostPairs.Pair pair) {
    return words.host(base, pair);
  }
}
