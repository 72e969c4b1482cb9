// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All values that tests of one dimension tell apart: one value for each set of tests that some
 * value meets, and no other. Exact but for expressions, of which values are guessed.
 */
public final class Partition {
  /** Pairs of more tests are not tried for the name of a group. */
  private static final int MOST_PAIRED = 40;

  private final Dimension dimension;
  private final ImmutableList<TextTest> tests;
  private final ImmutableList<Optional<String>> values;

  /** For each test, the cells that meet it. */
  private final ImmutableList<BitSet> met;

  private Partition(
      Dimension dimension, ImmutableList<TextTest> tests, ImmutableList<Optional<String>> values) {
    this.dimension = dimension;
    this.tests = tests;
    this.values = values;
    ImmutableList.Builder<BitSet> sets = ImmutableList.builder();
    for (TextTest test : tests) {
      BitSet cells = new BitSet();
      for (int cell = 0; cell < values.size(); cell++) {
        cells.set(cell, test.holds(values.get(cell)));
      }
      sets.add(cells);
    }
    this.met = sets.build();
  }

  /** The partition by these tests. */
  public static Partition of(Dimension dimension, ImmutableSet<TextTest> tests) {
    ImmutableList<TextTest> list = tests.asList();
    Map<BitSet, Optional<String>> cells = new LinkedHashMap<>();
    for (Optional<String> candidate : Candidates.of(dimension, list)) {
      BitSet met = new BitSet();
      for (int test = 0; test < list.size(); test++) {
        met.set(test, list.get(test).holds(candidate));
      }
      cells.putIfAbsent(met, candidate);
    }
    return new Partition(dimension, list, ImmutableList.copyOf(cells.values()));
  }

  /** One value of each cell. */
  public ImmutableList<Optional<String>> values() {
    return values;
  }

  /** Whether it may have more cells than were found. */
  public boolean isSampled() {
    return tests.stream().anyMatch(TextTest::isSampled);
  }

  /** The condition that these cells meet and no other; absent: these are all. */
  public Optional<String> name(BitSet cells) {
    if (cells.cardinality() == values.size()) {
      return Optional.empty();
    }
    return Optional.of(
        ofOne(cells)
            .or(() -> ofTwo(cells))
            .or(() -> ofSeveral(cells, true))
            .or(() -> ofSeveral(complement(cells), false))
            .or(() -> ofAbsent(cells))
            .orElseGet(() -> ofCells(cells)));
  }

  /** No text, or some that tests name. */
  private Optional<String> ofAbsent(BitSet cells) {
    int absent = values.indexOf(Optional.<String>empty());
    if (absent < 0 || !cells.get(absent) || cells.cardinality() == 1) {
      return Optional.empty();
    }
    BitSet rest = copy(cells);
    rest.clear(absent);
    return ofOne(rest)
        .or(() -> ofTwo(rest))
        .or(() -> ofSeveral(rest, true))
        .map(texts -> dimension.print(false) + " or " + texts);
  }

  private Optional<String> ofOne(BitSet cells) {
    for (int test = 0; test < tests.size(); test++) {
      if (met.get(test).equals(cells)) {
        return Optional.of(print(tests.get(test), true));
      }
    }
    BitSet others = complement(cells);
    for (int test = 0; test < tests.size(); test++) {
      if (met.get(test).equals(others)) {
        return Optional.of(print(tests.get(test), false));
      }
    }
    return Optional.empty();
  }

  /** One test, but not another. */
  private Optional<String> ofTwo(BitSet cells) {
    if (tests.size() > MOST_PAIRED) {
      return Optional.empty();
    }
    for (int one = 0; one < tests.size(); one++) {
      for (int other = 0; other < tests.size(); other++) {
        BitSet both = copy(met.get(one));
        both.andNot(met.get(other));
        if (both.equals(cells)) {
          return Optional.of(
              print(tests.get(one), true) + " (not " + tests.get(other).print() + ")");
        }
      }
    }
    return Optional.empty();
  }

  /** Several tests, of which one is met, or none. */
  private Optional<String> ofSeveral(BitSet cells, boolean holds) {
    List<TextTest> chosen = new ArrayList<>();
    BitSet left = copy(cells);
    for (int test = 0; test < tests.size() && !left.isEmpty(); test++) {
      BitSet outside = copy(met.get(test));
      outside.andNot(cells);
      if (outside.isEmpty() && met.get(test).intersects(left)) {
        chosen.add(tests.get(test));
        left.andNot(met.get(test));
      }
    }
    if (!left.isEmpty() || chosen.isEmpty()) {
      return Optional.empty();
    }
    String texts =
        needed(chosen).stream().map(TextTest::print).collect(joining(holds ? " or " : ", not "));
    return Optional.of(label(holds) + texts);
  }

  /** Those of these tests that do not follow from another one. */
  private List<TextTest> needed(List<TextTest> chosen) {
    List<TextTest> needed = new ArrayList<>(chosen);
    for (TextTest test : chosen) {
      BitSet cells = met.get(tests.indexOf(test));
      boolean implied =
          needed.stream()
              .filter(other -> !other.equals(test))
              .map(other -> met.get(tests.indexOf(other)))
              .anyMatch(others -> isWithin(cells, others));
      if (implied) {
        needed.remove(test);
      }
    }
    return needed;
  }

  private static boolean isWithin(BitSet cells, BitSet others) {
    BitSet outside = copy(cells);
    outside.andNot(others);
    return outside.isEmpty();
  }

  /** Each cell for itself: what it meets, and what it does not meet of the rest. */
  private String ofCells(BitSet cells) {
    return cells.stream().mapToObj(this::ofCell).collect(joining(" or "));
  }

  private String ofCell(int cell) {
    if (values.get(cell).isEmpty()) {
      return dimension.print(false);
    }
    BitSet left = new BitSet();
    left.set(0, values.size());
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (int test : smallestFirst()) {
      if (met.get(test).get(cell) && narrows(left, met.get(test))) {
        left.and(met.get(test));
        wanted.add(tests.get(test).print());
      }
    }
    for (int test : smallestFirst().reverse()) {
      BitSet others = complement(met.get(test));
      if (!met.get(test).get(cell) && narrows(left, others)) {
        left.and(others);
        unwanted.add(tests.get(test).print());
      }
    }
    String not = unwanted.isEmpty() ? "" : "not " + String.join(", not ", unwanted);
    if (wanted.isEmpty()) {
      return unwanted.isEmpty() ? dimension.print() : label(true) + not;
    }
    return label(true) + String.join(" and ", wanted) + (not.isEmpty() ? "" : " (" + not + ")");
  }

  private static boolean narrows(BitSet left, BitSet to) {
    return !isWithin(left, to);
  }

  /** The tests, those first that few cells meet. */
  private ImmutableList<Integer> smallestFirst() {
    List<Integer> order = new ArrayList<>();
    for (int test = 0; test < tests.size(); test++) {
      if (tests.get(test).kind() != TextTest.Kind.PRESENT) {
        order.add(test);
      }
    }
    order.sort(Comparator.comparingInt(test -> met.get(test).cardinality()));
    return ImmutableList.copyOf(order);
  }

  private String print(TextTest test, boolean holds) {
    if (test.kind() == TextTest.Kind.PRESENT) {
      return dimension.print(holds);
    }
    return label(holds) + test.print();
  }

  /** {@code header x-user: }, or {@code path }. */
  private String label(boolean holds) {
    return dimension.label() + (holds ? " " : " not ");
  }

  private BitSet complement(BitSet cells) {
    BitSet others = copy(cells);
    others.flip(0, values.size());
    return others;
  }

  private static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }
}
