// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Divides all calls by what two programs look at, and compares one call of each part.
 *
 * <p>What the first undecided rule looks at is divided first; parts for which the rest of both
 * programs is the same are left alone. Parts that end alike are put together again.
 *
 * @param <D> what differs
 */
public final class Division<D> {
  /**
   * Compares one call of a part.
   *
   * @param <D> what differs
   */
  @FunctionalInterface
  public interface Leaf<D> {
    /** What differs for the call with these values; absent: nothing. */
    Optional<D> compare(ImmutableMap<Dimension, Optional<String>> values);
  }

  /**
   * Calls with the same difference.
   *
   * @param conditions which calls, all of these; empty: all calls
   * @param sampled whether expressions are among them, for which texts were guessed
   * @param difference what differs
   * @param example the values of one of these calls
   * @param <D> what differs
   */
  public record Part<D>(
      ImmutableList<String> conditions,
      boolean sampled,
      D difference,
      ImmutableMap<Dimension, Optional<String>> example) {
    private Key<D> key() {
      return new Key<>(conditions, difference);
    }
  }

  private record Key<D>(ImmutableList<String> conditions, D difference) {}

  private final Leaf<D> leaf;
  private final int most;
  private int compared;
  private boolean bounded;

  /**
   * A division that has not started.
   *
   * @param most how many calls are compared at most
   */
  public Division(Leaf<D> leaf, int most) {
    this.leaf = leaf;
    this.most = most;
  }

  /** Whether parts were left out because there were too many. */
  public boolean isBounded() {
    return bounded;
  }

  /** The parts of these calls in which the programs differ. */
  public ImmutableList<Part<D>> of(
      Program before, Program after, ImmutableMap<Dimension, Optional<String>> given) {
    if (before.equals(after)) {
      return ImmutableList.of();
    }
    if (compared >= most) {
      bounded = true;
      return ImmutableList.of();
    }
    Optional<Dimension> next = next(before, after);
    if (next.isEmpty()) {
      compared++;
      return leaf.compare(given)
          .map(found -> ImmutableList.of(new Part<>(ImmutableList.of(), false, found, given)))
          .orElse(ImmutableList.of());
    }
    Dimension dimension = next.get();
    Partition partition = Partition.of(dimension, tests(dimension, before, after));
    List<List<Part<D>>> parts = new ArrayList<>();
    BitSet strangers = new BitSet();
    for (Optional<String> value : partition.values()) {
      Program one = before.given(dimension, value);
      Program other = after.given(dimension, value);
      strangers.set(parts.size(), dimension.equals(Dimension.PEER) && isRefused(one, other));
      parts.add(
          of(
              one,
              other,
              ImmutableMap.<Dimension, Optional<String>>builder()
                  .putAll(given)
                  .put(dimension, value)
                  .buildOrThrow()));
    }
    return merged(partition, parts, strangers);
  }

  /** Whether both refuse all of these, alike. */
  private static boolean isRefused(Program one, Program other) {
    return one.equals(other) && one.routes().isEmpty() && one.access().size() == 1;
  }

  /** Routes first, as long as they differ; then who may call. */
  private static Optional<Dimension> next(Program before, Program after) {
    boolean routed = before.routes().isPresent() && after.routes().isPresent();
    Optional<Dimension> ofRoutes =
        routed ? before.nextOfRoutes().or(after::nextOfRoutes) : Optional.empty();
    Optional<Dimension> ofAccess = before.nextOfAccess().or(after::nextOfAccess);
    return before.routes().equals(after.routes())
        ? ofAccess.or(() -> ofRoutes)
        : ofRoutes.or(() -> ofAccess);
  }

  private static ImmutableSet<TextTest> tests(Dimension of, Program before, Program after) {
    ImmutableSet.Builder<TextTest> tests = ImmutableSet.builder();
    for (Program program : ImmutableList.of(before, after)) {
      program.visit(
          (dimension, test) -> {
            if (dimension.equals(of)) {
              tests.add(test);
            }
          });
    }
    return tests.build();
  }

  /**
   * Parts that several cells have are told once.
   *
   * @param strangers cells of clients that come no further than the handshake: what all others have
   *     alike, all have
   */
  private ImmutableList<Part<D>> merged(
      Partition partition, List<List<Part<D>>> parts, BitSet strangers) {
    Map<Key<D>, BitSet> cells = new LinkedHashMap<>();
    Map<Key<D>, Part<D>> firsts = new LinkedHashMap<>();
    for (int cell = 0; cell < parts.size(); cell++) {
      for (Part<D> part : parts.get(cell)) {
        cells.computeIfAbsent(part.key(), key -> new BitSet()).set(cell);
        firsts.putIfAbsent(part.key(), part);
      }
    }
    ImmutableList.Builder<Part<D>> merged = ImmutableList.builder();
    cells.forEach(
        (key, of) -> {
          Part<D> first = requireNonNull(firsts.get(key));
          BitSet all = (BitSet) of.clone();
          all.or(strangers);
          Optional<String> name =
              all.cardinality() == partition.values().size()
                  ? Optional.empty()
                  : partition.name(of);
          merged.add(
              new Part<>(
                  ImmutableList.<String>builder()
                      .addAll(name.map(ImmutableList::of).orElse(ImmutableList.of()))
                      .addAll(key.conditions())
                      .build(),
                  first.sampled() || (partition.isSampled() && name.isPresent()),
                  key.difference(),
                  first.example()));
        });
    return merged.build();
  }
}
