// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.rutter.inspect.internal.calltest.CoverableValues;
import io.rutter.model.ConfigValue;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which rules of a mesh tests of calls reach. What can be covered is every rule of a VirtualService
 * ({@code http}, {@code tls}, {@code tcp}), every match and every destination of such a rule (of
 * several those with a weight), every rule of an AuthorizationPolicy and of a
 * RequestAuthentication. It is covered if a call of a test took it: a rule and a match by which a
 * call was routed, a destination that gets a share of it, a rule that a policy decided by, a token
 * that was looked at. Tests that fail cover as well.
 *
 * @param items everything that can be covered, by object and in the order of its fields
 */
public record CallCoverage(ImmutableList<Item> items) {
  /** What kind of value can be covered. */
  public enum Kind {
    /** A rule of a VirtualService. */
    RULE,
    /** A match of such a rule. */
    MATCH,
    /** A destination of such a rule. */
    DESTINATION,
    /** A rule of an AuthorizationPolicy. */
    POLICY,
    /** A rule of a RequestAuthentication. */
    TOKEN
  }

  /**
   * A value that can be covered.
   *
   * @param kind its kind
   * @param value where it is
   * @param location its position in the input, if that is known
   * @param tests how many tests took it
   */
  public record Item(Kind kind, ConfigValue value, Optional<SourceLocation> location, int tests) {
    /** Whether a test took it. */
    public boolean covered() {
      return tests > 0;
    }
  }

  /**
   * The coverage of a mesh by tests that were run on it.
   *
   * @param mesh the mesh
   * @param sources positions of its objects
   * @param results what the tests showed
   */
  public static CallCoverage of(
      MeshSnapshot mesh, SourceMap sources, Collection<CallTestResult> results) {
    Multiset<ConfigValue> met = HashMultiset.create();
    results.forEach(result -> met.addAll(result.met()));
    return new CallCoverage(
        CoverableValues.of(mesh).entrySet().stream()
            .map(
                found ->
                    new Item(
                        found.getValue(),
                        found.getKey(),
                        sources.locate(found.getKey().object(), found.getKey().path()),
                        met.count(found.getKey())))
            .collect(toImmutableList()));
  }

  /** The items that no test took. */
  public ImmutableList<Item> uncovered() {
    return items.stream().filter(item -> !item.covered()).collect(toImmutableList());
  }

  /** The share of items that are covered, in percent; 100 if there is nothing to cover. */
  public double percent() {
    return percent(items);
  }

  static double percent(List<Item> items) {
    return items.isEmpty()
        ? 100
        : 100.0 * items.stream().filter(Item::covered).count() / items.size();
  }
}
