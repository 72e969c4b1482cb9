// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final Dimension HEADER = new Dimension(Dimension.Kind.HEADER, "x");
  private static final long SEED = Long.getLong("rutter.seed", 1);
  private static final int TRIES = 3000;

  private static final ImmutableList<TextTest.Kind> EXACT_KINDS =
      ImmutableList.of(
          TextTest.Kind.PRESENT,
          TextTest.Kind.EXACT,
          TextTest.Kind.PREFIX,
          TextTest.Kind.SUFFIX,
          TextTest.Kind.CONTAINS);

  /** No text meets a set of conditions of which the partition has no part. */
  @Test
  void eachTextIsInAPart() {
    Random random = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      ImmutableSet.Builder<TextTest> chosen = ImmutableSet.builder();
      for (int many = 1 + random.nextInt(4); many > 0; many--) {
        TextTest test =
            TextTest.of(EXACT_KINDS.get(random.nextInt(EXACT_KINDS.size())), text(random, "ab", 1));
        chosen.add(random.nextInt(4) == 0 ? test.countingMissing() : test);
      }
      ImmutableSet<TextTest> tests = chosen.build();
      List<BitSet> parts =
          Partition.of(HEADER, tests).values().stream().map(value -> met(tests, value)).toList();
      assertThat(parts).doesNotHaveDuplicates();
      for (int many = 0; many < 20; many++) {
        Optional<String> text =
            random.nextInt(10) == 0 ? Optional.empty() : Optional.of(text(random, "abc", 0));
        assertThat(parts).as(tests + " " + text + ", seed " + SEED).contains(met(tests, text));
      }
    }
  }

  private static String text(Random random, String letters, int least) {
    StringBuilder text = new StringBuilder();
    for (int length = least + random.nextInt(4); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static BitSet met(ImmutableSet<TextTest> tests, Optional<String> value) {
    BitSet met = new BitSet();
    IntStream.range(0, tests.size())
        .forEach(test -> met.set(test, tests.asList().get(test).holds(value)));
    return met;
  }

  @Test
  void casesAreToldApart() {
    TextTest exact = TextTest.of(TextTest.Kind.EXACT, "/a");
    Partition partition =
        Partition.of(Dimension.PATH, ImmutableSet.of(exact, exact.ignoringCase()));
    assertThat(partition.values().stream().flatMap(Optional::stream))
        .contains("/a", "/A")
        .hasSize(3);
  }

  @Test
  void rangesHaveEdges() {
    Partition partition = Partition.of(HEADER, ImmutableSet.of(TextTest.range(5, 9)));
    assertThat(partition.values()).hasSize(2);
    assertThat(partition.isSampled()).isFalse();
  }

  @Test
  void pathsBelowAPathAreOnePart() {
    Partition partition =
        Partition.of(
            Dimension.PATH,
            ImmutableSet.of(
                TextTest.of(TextTest.Kind.SEPARATED_PREFIX, "/a"),
                TextTest.of(TextTest.Kind.PREFIX, "/a")));
    assertThat(partition.values()).hasSize(3);
  }

  @Test
  void blocksOfAddressesInOneAnother() {
    Partition partition =
        Partition.of(
            Dimension.SOURCE,
            ImmutableSet.of(
                TextTest.of(TextTest.Kind.BLOCK, "10.0.0.0 8"),
                TextTest.of(TextTest.Kind.BLOCK, "10.255.255.255 32"),
                TextTest.of(TextTest.Kind.BLOCK, "fd00:: 8")));
    assertThat(partition.values()).hasSize(4);
  }

  @Test
  void expressionsAreSampledUnlessTheyAreSimple() {
    assertThat(TextTest.ofRegex(".*/ns/a/.*").kind()).isEqualTo(TextTest.Kind.CONTAINS);
    assertThat(TextTest.ofRegex("a\\.b.*")).isEqualTo(TextTest.of(TextTest.Kind.PREFIX, "a.b"));
    Partition partition =
        Partition.of(
            Dimension.PATH, ImmutableSet.of(TextTest.ofRegex("/(users|people)/[0-9]{2,}(/.+)?")));
    assertThat(partition.isSampled()).isTrue();
    assertThat(partition.values()).hasSize(2);
  }

  @Test
  void groupsHaveNames() {
    Partition partition =
        Partition.of(
            Dimension.PATH,
            ImmutableSet.of(
                TextTest.of(TextTest.Kind.PREFIX, "/a"), TextTest.of(TextTest.Kind.EXACT, "/a/b")));
    assertThat(partition.name(cells(partition, "/a/b"))).hasValue("path /a/b");
    BitSet others = cells(partition, "/a/b");
    others.flip(0, 3);
    assertThat(partition.name(others)).hasValue("path not /a/b");
    BitSet all = new BitSet();
    all.set(0, 3);
    assertThat(partition.name(all)).isEmpty();
  }

  private static BitSet cells(Partition partition, String value) {
    BitSet cells = new BitSet();
    cells.set(partition.values().indexOf(Optional.of(value)));
    return cells;
  }
}
