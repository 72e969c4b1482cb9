// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as istiod takes them: protobuf's {@code 1.5s}, and everything else of Go's syntax, for
 * example {@code 1h30m} or {@code 500ms}. Digits below a nanosecond are dropped.
 */
final class GoDurations {
  private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([^0-9.]+)");
  private static final ImmutableMap<String, BigDecimal> NANOS =
      ImmutableMap.<String, BigDecimal>builder()
          .put("ns", BigDecimal.ONE)
          .put("us", new BigDecimal(1_000))
          .put("\u00b5s", new BigDecimal(1_000))
          .put("\u03bcs", new BigDecimal(1_000))
          .put("ms", new BigDecimal(1_000_000))
          .put("s", new BigDecimal(1_000_000_000))
          .put("m", new BigDecimal(60_000_000_000L))
          .put("h", new BigDecimal(3_600_000_000_000L))
          .buildOrThrow();
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int LONGEST_TEXT = 200;

  private GoDurations() {}

  /** Reads a duration. Empty: the text is not one, or is out of Go's range of 292 years. */
  static Optional<Duration> parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String rest = signed ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (rest.isEmpty() || rest.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    BigInteger nanos = BigInteger.ZERO;
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (end < rest.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      BigDecimal unit = NANOS.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      BigDecimal amount = new BigDecimal(part.group(1)).multiply(unit);
      nanos = nanos.add(amount.setScale(0, RoundingMode.DOWN).toBigInteger());
      end = part.end();
    }
    if (nanos.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    long value = nanos.longValueExact();
    return Optional.of(Duration.ofNanos(text.startsWith("-") ? -value : value));
  }
}
