// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The golden cases that differ from istiod on purpose, from {@code reference/differences.txt}. */
final class ListedDifferences {
  private static final ImmutableMap<String, String> REASONS = read();

  private ListedDifferences() {}

  /** Why the case differs, if it is to. */
  static Optional<String> reasonOf(String caseName) {
    return Optional.ofNullable(REASONS.get(caseName));
  }

  private static ImmutableMap<String, String> read() {
    try {
      return Resources.readLines(
              Resources.getResource("reference/differences.txt"), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Splitter.on(": ").limit(2).splitToList(line))
          .collect(toImmutableMap((List<String> parts) -> parts.get(0), parts -> parts.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
