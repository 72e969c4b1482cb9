// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;

/**
 * Durations as istiod takes them: protobuf's {@code 1.5s}, and everything else of Go's syntax, for
 * example {@code 1h30m} or {@code 500ms}. Go document: {@code time.ParseDuration}, whose limits and
 * rounding these are: a number, a part and the sum have at most 2^63 nanoseconds, and what of a
 * fraction is below a nanosecond is dropped.
 */
public final class GoDurations {
  private static final ImmutableMap<String, Long> NANOS =
      ImmutableMap.<String, Long>builder()
          .put("ns", 1L)
          .put("us", 1_000L)
          .put("\u00b5s", 1_000L)
          .put("\u03bcs", 1_000L)
          .put("ms", 1_000_000L)
          .put("s", 1_000_000_000L)
          .put("m", 60_000_000_000L)
          .put("h", 3_600_000_000_000L)
          .buildOrThrow();

  /** 2^63, for comparisons without a sign. */
  private static final long LIMIT = Long.MIN_VALUE;

  private final String text;
  private int position;

  private GoDurations(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Parses a duration. Empty if the string is not one, or is out of Go's range of 292 years. */
  public static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    int start = negative || text.startsWith("+") ? 1 : 0;
    if (text.length() == start + 1 && text.charAt(start) == '0') {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() == start) {
      return Optional.empty();
    }
    GoDurations parts = new GoDurations(text, start);
    long sum = 0;
    while (parts.position < text.length()) {
      Optional<Long> part = parts.next();
      if (part.isEmpty() || isAboveLimit(sum, part.get())) {
        return Optional.empty();
      }
      sum += part.get();
    }
    if (negative) {
      return Optional.of(Duration.ofNanos(-sum));
    }
    return sum == LIMIT ? Optional.empty() : Optional.of(Duration.ofNanos(sum));
  }

  /** The nanoseconds of the next part, a number and its unit; 2^63 is {@link #LIMIT}. */
  private Optional<Long> next() {
    int start = position;
    long whole = 0;
    for (; isDigit(); position++) {
      int digit = text.charAt(position) - '0';
      if (Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, 10)) > 0
          || isAboveLimit(whole * 10, digit)) {
        return Optional.empty();
      }
      whole = whole * 10 + digit;
    }
    int digits = position - start;
    long fraction = 0;
    double scale = 1;
    if (position < text.length() && text.charAt(position) == '.') {
      position++;
      // Digits that no longer fit into 63 bits do not count.
      boolean full = false;
      for (; isDigit(); position++, digits++) {
        int digit = text.charAt(position) - '0';
        full |= fraction > Long.MAX_VALUE / 10 || isAboveLimit(fraction * 10, digit);
        if (!full) {
          fraction = fraction * 10 + digit;
          scale *= 10;
        }
      }
    }
    Long unit = digits == 0 ? null : NANOS.get(unit());
    if (unit == null || Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, unit)) > 0) {
      return Optional.empty();
    }
    long below = (long) (unsigned(fraction) * (unit / scale));
    return isAboveLimit(whole * unit, below) ? Optional.empty() : Optional.of(whole * unit + below);
  }

  private String unit() {
    int start = position;
    while (position < text.length() && text.charAt(position) != '.' && !isDigit()) {
      position++;
    }
    return text.substring(start, position);
  }

  private boolean isDigit() {
    return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  /** Whether the sum of two numbers up to 2^63 is more than that. */
  private static boolean isAboveLimit(long one, long other) {
    return Long.compareUnsigned(one, LIMIT - other) > 0;
  }

  private static double unsigned(long number) {
    return number == LIMIT ? 0x1p63 : number;
  }
}
