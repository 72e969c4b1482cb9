// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.rutter.model.Percent;
import io.rutter.model.StringMatch;
import io.rutter.model.internal.regex.RegexRepeats;
import io.rutter.model.problem.ProblemCode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Ports, durations, percentages, regular expressions and labels. */
public final class ValueRules {
  /** Go's durations, in which Istio holds them, end after some 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private static final int LONGEST_REGEX = 1024;
  private static final java.util.regex.Pattern LABEL_NAME =
      java.util.regex.Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final java.util.regex.Pattern PREFIX_PART =
      java.util.regex.Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");

  private ValueRules() {}

  /** Checks a port. */
  public static void checkPort(int port, Findings at) {
    if (port < 1 || port > 65535) {
      at.invalid("port: " + port + " (expected: 1 to 65535)");
    }
  }

  /** Checks a port that may be absent. */
  public static void checkPort(OptionalInt port, Findings at) {
    if (port.isPresent()) {
      checkPort(port.getAsInt(), at);
    }
  }

  /** Checks a time that must be a whole number of milliseconds and at least one. */
  public static void checkDuration(Duration duration, Findings at) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      at.invalid("duration: " + text(duration) + " (expected: at least 1ms)");
    } else if (duration.compareTo(LONGEST) > 0) {
      at.invalid("duration: " + text(duration) + " (expected: less than 292 years)");
    } else if (!duration.equals(duration.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))) {
      at.invalid("duration: " + text(duration) + " (expected: whole milliseconds)");
    }
  }

  /** Checks a time limit, where zero means none. */
  public static void checkTimeLimit(Duration limit, Findings at) {
    if (limit.isNegative()) {
      at.invalid("duration below zero (expected: at least 0s)");
    } else if (limit.compareTo(LONGEST) > 0) {
      at.invalid("duration: " + text(limit) + " (expected: less than 292 years)");
    }
  }

  /** Checks an optional number that Envoy stores in 32 bits. */
  public static void checkUint32(OptionalLong number, Findings at) {
    if (number.isPresent() && (number.getAsLong() < 0 || number.getAsLong() > 0xFFFF_FFFFL)) {
      at.invalid("number: " + number.getAsLong() + " (expected: 0 to 4294967295)");
    }
  }

  private static String text(Duration duration) {
    return new java.math.BigDecimal(java.math.BigInteger.valueOf(duration.getSeconds()))
            .add(java.math.BigDecimal.valueOf(duration.getNano(), 9))
            .stripTrailingZeros()
            .toPlainString()
        + "s";
  }

  /** Checks a percentage that Envoy must be able to distinguish from 0. */
  public static void checkPercent(Percent percent, Findings at) {
    double value = percent.value();
    if (!(value >= 0 && value <= 100) || (value > 0 && value < 0.0001)) {
      at.invalid("percent: " + value + " (expected: 0, or 0.0001 to 100)");
    }
  }

  /** Checks a percentage that may be too small for Envoy, which then treats it as 0. */
  public static void checkShare(Percent percent, Findings at) {
    if (!(percent.value() >= 0 && percent.value() <= 100)) {
      at.invalid("percent: " + percent.value() + " (expected: 0 to 100)");
    }
  }

  /** Checks a match whose string must not be empty. */
  public static void checkStringMatch(StringMatch match, Findings at) {
    switch (match.kind()) {
      case PREFIX -> {
        if (((StringMatch.Prefix) match).value().isEmpty()) {
          at.at("prefix").invalid("prefix: \"\" (expected: not empty)");
        }
      }
      case REGEX -> checkRegex(((StringMatch.Regex) match).value(), at.at("regex"));
      case EXACT, PRESENT -> {}
    }
  }

  /** Checks an expression in RE2 syntax, which is the one that Envoy knows. */
  public static void checkRegex(String regex, Findings at) {
    if (regex.isEmpty() || regex.length() > LONGEST_REGEX) {
      at.invalid(
          "regex of " + regex.length() + " characters (expected: 1 to " + LONGEST_REGEX + ")");
      return;
    }
    if (!RegexRepeats.areWithinBounds(regex)) {
      at.invalid(
          "regex: \""
              + regex
              + "\" (expected: counts of no more than 1000 altogether, and a program of at most 32768 instructions)");
      return;
    }
    try {
      Pattern unused = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      at.invalid("regex: \"" + regex + "\" (expected: RE2 syntax; " + e.getMessage() + ")");
    }
  }

  /** Checks the labels of a workload, or those that are looked for. */
  public static void checkLabels(ImmutableMap<String, String> labels, Findings at) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!isLabelKey(label.getKey())) {
        at.invalid("label key: \"" + label.getKey() + "\" (expected: a Kubernetes label key)");
      }
      if (!isLabelValue(label.getValue())) {
        at.entry(label.getKey())
            .invalid(
                "label value: \"" + label.getValue() + "\" (expected: a Kubernetes label value)");
      }
    }
  }

  /** Reports the first label that Kubernetes would not take, where others may. */
  public static void warnOfLabels(ImmutableMap<String, String> labels, Findings at) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!isLabelKey(label.getKey()) || !isLabelValue(label.getValue())) {
        at.warn(
            ProblemCode.INVALID_VALUE,
            "label: \"%s=%s\" (expected: a Kubernetes label)"
                .formatted(label.getKey(), label.getValue()));
        return;
      }
    }
  }

  private static boolean isLabelKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    return (slash < 0 || isLabelPrefix(key.substring(0, slash)))
        && name.length() <= 63
        && LABEL_NAME.matcher(name).matches();
  }

  private static boolean isLabelPrefix(String prefix) {
    return prefix.length() <= 253
        && Splitter.on('.').splitToList(prefix).stream()
            .allMatch(part -> PREFIX_PART.matcher(part).matches());
  }

  private static boolean isLabelValue(String value) {
    return value.isEmpty() || (value.length() <= 63 && LABEL_NAME.matcher(value).matches());
  }
}
