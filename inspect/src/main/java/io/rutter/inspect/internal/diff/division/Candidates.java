// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values of which each set of tests that some value meets is met by one.
 *
 * <p>Why this is so: let a text meet certain prefixes, suffixes and contained texts. The longest of
 * these prefixes, all of these contained texts and the longest of these suffixes, with letters
 * between them that no test names, meet the same prefixes, suffixes and contained texts. Whole
 * texts that tests name are added to these.
 */
final class Candidates {
  /** Sets of more contained texts are not all tried. */
  private static final int MOST_CONTAINED = 4;

  /** So many texts are put together at most. */
  private static final int MOST = 20_000;

  private static final ImmutableList<String> METHODS =
      ImmutableList.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");

  private static final String FILLERS = "zqxjkvwyubfghmp";

  private final Dimension dimension;
  private final String filler;
  private final Set<String> wholes = new LinkedHashSet<>();
  private final Set<String> prefixes = new LinkedHashSet<>();
  private final Set<String> suffixes = new LinkedHashSet<>();
  private final Set<String> contained = new LinkedHashSet<>();

  private Candidates(Dimension dimension, List<TextTest> tests) {
    this.dimension = dimension;
    this.filler = filler(tests);
    prefixes.add("");
    suffixes.add("");
    tests.forEach(this::add);
  }

  static ImmutableList<Optional<String>> of(Dimension dimension, List<TextTest> tests) {
    if (dimension.equals(Dimension.SOURCE) || dimension.kind() == Dimension.Kind.REMOTE) {
      return AddressSamples.of(dimension, tests);
    }
    Candidates candidates = new Candidates(dimension, tests);
    ImmutableList.Builder<Optional<String>> all = ImmutableList.builder();
    if (dimension.isOptional()) {
      all.add(Optional.empty());
    }
    candidates.texts().stream()
        .filter(candidates::isPossible)
        .forEach(text -> all.add(Optional.of(text)));
    return all.build();
  }

  private void add(TextTest test) {
    List<String> texts = test.ignoreCase() ? cases(test.text()) : List.of(test.text());
    switch (test.kind()) {
      case EXACT -> wholes.addAll(texts);
      case PREFIX -> prefixes.addAll(texts);
      case SEPARATED_PREFIX ->
          texts.forEach(
              text -> {
                wholes.add(text);
                prefixes.add(text + "/");
                prefixes.add(text);
              });
      case SUFFIX -> suffixes.addAll(texts);
      case CONTAINS -> contained.addAll(texts);
      case RANGE -> {
        for (long edge : new long[] {test.first(), test.last()}) {
          wholes.add(String.valueOf(edge));
          wholes.add(String.valueOf(edge - 1));
        }
      }
      case REGEX -> {
        for (String sample : RegexSamples.of(test.text())) {
          wholes.add(sample);
          wholes.add(sample + filler);
        }
      }
      case REGEX_PART -> {
        contained.addAll(RegexSamples.of(test.text()));
        wholes.addAll(RegexSamples.of(test.text()));
      }
      case PRESENT, BLOCK -> {}
    }
  }

  private ImmutableSet<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    if (dimension.equals(Dimension.METHOD)) {
      texts.addAll(METHODS);
    }
    texts.addAll(wholes);
    if (dimension.kind() == Dimension.Kind.HEADER || dimension.kind() == Dimension.Kind.QUERY) {
      texts.add("");
    }
    for (List<String> middle : middles()) {
      for (String prefix : prefixes) {
        for (String suffix : suffixes) {
          texts.add(joined(prefix, middle, suffix));
          if (texts.size() >= MOST) {
            return ImmutableSet.copyOf(texts);
          }
        }
      }
    }
    return ImmutableSet.copyOf(texts);
  }

  private String joined(String prefix, List<String> middle, String suffix) {
    StringBuilder text = new StringBuilder(prefix);
    if (dimension.equals(Dimension.PATH) && !prefix.startsWith("/")) {
      text.insert(0, '/');
    }
    text.append(filler);
    middle.forEach(part -> text.append(part).append(filler));
    return text.append(suffix).toString();
  }

  /** The sets of contained texts. */
  private List<List<String>> middles() {
    List<String> parts = List.copyOf(contained);
    List<List<String>> sets = new ArrayList<>();
    if (parts.size() <= MOST_CONTAINED) {
      for (int set = 0; set < 1 << parts.size(); set++) {
        List<String> chosen = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
          if ((set >> part & 1) == 1) {
            chosen.add(parts.get(part));
          }
        }
        sets.add(chosen);
      }
      return sets;
    }
    sets.add(List.of());
    parts.forEach(part -> sets.add(List.of(part)));
    sets.add(parts);
    return sets;
  }

  /** Whether a client can send it so that Envoy reads it so. */
  private boolean isPossible(String text) {
    return switch (dimension.kind()) {
      case PATH -> text.startsWith("/") && text.indexOf('?') < 0 && text.indexOf('#') < 0;
      case METHOD -> !text.isEmpty() && !text.equals("CONNECT");
      case HEADER -> text.equals(text.strip());
      case QUERY -> text.indexOf('&') < 0 && text.indexOf('#') < 0;
      default -> true;
    };
  }

  /** Texts that differ in case only, by which tests are told apart that mind it and that do not. */
  private static List<String> cases(String text) {
    String swapped = text.chars().mapToObj(Candidates::swapped).reduce("", String::concat);
    return List.of(text, swapped);
  }

  private static String swapped(int c) {
    return String.valueOf(
        (char) (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
  }

  /** A letter that no test names; with many tests, several letters that none has in this order. */
  private static String filler(List<TextTest> tests) {
    for (int i = 0; i < FILLERS.length(); i++) {
      String letter = FILLERS.substring(i, i + 1);
      if (tests.stream().noneMatch(test -> test.text().contains(letter))) {
        return letter;
      }
    }
    return "zqxjk";
  }
}
