// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static java.util.Locale.ROOT;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import com.google.protobuf.UInt32Value;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.internal.simulator.match.IpRanges;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.Optional;

/**
 * A condition on one text.
 *
 * @param kind how it compares
 * @param text what it compares with; two numbers for a range, an address and a length for a block
 * @param ignoreCase whether upper and lower case are the same
 * @param missingIsEmpty whether a missing text counts as an empty one, in place of meeting nothing
 */
public record TextTest(Kind kind, String text, boolean ignoreCase, boolean missingIsEmpty) {
  /** How a text is compared. */
  public enum Kind {
    /** It is there. */
    PRESENT,
    /** It is this text. */
    EXACT,
    /** It begins with this text. */
    PREFIX,
    /** It is this path or one below it. */
    SEPARATED_PREFIX,
    /** It ends with this text. */
    SUFFIX,
    /** It has this text in it. */
    CONTAINS,
    /** An expression matches all of it. */
    REGEX,
    /** An expression matches a part of it. */
    REGEX_PART,
    /** It is a number from the first, up to the second which is excluded. */
    RANGE,
    /** It is an address of this block. */
    BLOCK
  }

  private static final String SPACE = " ";

  /** Whether there is a text at all. */
  public static final TextTest PRESENT = new TextTest(Kind.PRESENT, "", false, false);

  /** A test that minds case, and that no missing text meets. */
  public static TextTest of(Kind kind, String text) {
    return new TextTest(kind, text, false, false);
  }

  /** A test of numbers from {@code start}, below {@code end}. */
  public static TextTest range(long start, long end) {
    return of(Kind.RANGE, start + SPACE + end);
  }

  /** A test of addresses. */
  public static TextTest block(CidrRange range) {
    return of(Kind.BLOCK, range.getAddressPrefix() + SPACE + range.getPrefixLen().getValue());
  }

  /** Envoy's condition; absent for one that the simulator does not know, which nothing meets. */
  public static Optional<TextTest> of(StringMatcher matcher) {
    boolean folds = matcher.getIgnoreCase();
    return switch (matcher.getMatchPatternCase()) {
      case EXACT -> Optional.of(new TextTest(Kind.EXACT, matcher.getExact(), folds, false));
      case PREFIX -> Optional.of(new TextTest(Kind.PREFIX, matcher.getPrefix(), folds, false));
      case SUFFIX -> Optional.of(new TextTest(Kind.SUFFIX, matcher.getSuffix(), folds, false));
      case CONTAINS ->
          Optional.of(new TextTest(Kind.CONTAINS, matcher.getContains(), folds, false));
      case SAFE_REGEX -> Optional.of(ofRegex(matcher.getSafeRegex().getRegex()));
      case CUSTOM, MATCHPATTERN_NOT_SET -> Optional.empty();
    };
  }

  /** The expression, or the simpler test that it stands for: {@code .*x.*} is met by what has x. */
  public static TextTest ofRegex(String regex) {
    String rest = regex;
    boolean head = rest.startsWith(".*");
    rest = head ? rest.substring(2) : rest;
    boolean tail = rest.endsWith(".*") && !rest.endsWith("\\.*");
    rest = tail ? rest.substring(0, rest.length() - 2) : rest;
    Optional<String> literal = literal(rest);
    if (literal.isEmpty()) {
      return of(Kind.REGEX, regex);
    }
    Kind kind = head ? (tail ? Kind.CONTAINS : Kind.SUFFIX) : (tail ? Kind.PREFIX : Kind.EXACT);
    return of(kind, literal.get());
  }

  /** The only text that an expression without operators matches. */
  private static Optional<String> literal(String regex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        if (i == regex.length() || Character.isLetterOrDigit(regex.charAt(i))) {
          return Optional.empty();
        }
        text.append(regex.charAt(i));
      } else if (CharMatcher.anyOf(".*+?()[]{}|^$").matches(c)) {
        return Optional.empty();
      } else {
        text.append(c);
      }
    }
    return Optional.of(text.toString());
  }

  /** The same test, which a missing text meets if an empty one does. */
  public TextTest countingMissing() {
    return new TextTest(kind, text, ignoreCase, true);
  }

  /** The same test in any case. */
  public TextTest ignoringCase() {
    return new TextTest(kind, text, true, missingIsEmpty);
  }

  /** Whether texts that meet it can only be guessed. */
  public boolean isSampled() {
    return kind == Kind.REGEX || kind == Kind.REGEX_PART;
  }

  /** Whether a text, or its absence, meets it. */
  public boolean holds(Optional<String> value) {
    if (value.isEmpty() && !missingIsEmpty) {
      return false;
    }
    String given = value.orElse("");
    return switch (kind) {
      case PRESENT -> true;
      case EXACT -> folded(given).equals(folded(text));
      case PREFIX -> folded(given).startsWith(folded(text));
      case SUFFIX -> folded(given).endsWith(folded(text));
      case CONTAINS -> folded(given).contains(folded(text));
      case SEPARATED_PREFIX ->
          folded(given).startsWith(folded(text))
              && (given.length() == text.length() || given.charAt(text.length()) == '/');
      case REGEX -> StringMatch.matches(text, given);
      case REGEX_PART -> isFound(given);
      case RANGE -> inRange(Longs.tryParse(given));
      case BLOCK -> IpRanges.longest(ImmutableList.of(block()), given) >= 0;
    };
  }

  private boolean isFound(String given) {
    try {
      return Pattern.compile(text).matcher(given).find();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return false; // What the simulator says of such an expression.
    }
  }

  private boolean inRange(@org.jspecify.annotations.Nullable Long number) {
    return number != null && number >= first() && number < last();
  }

  /** The first number of a range. */
  long first() {
    return Long.parseLong(text.substring(0, text.indexOf(' ')));
  }

  /** The number after a range. */
  long last() {
    return Long.parseLong(text.substring(text.indexOf(' ') + 1));
  }

  /** The block of addresses. */
  CidrRange block() {
    return CidrRange.newBuilder()
        .setAddressPrefix(text.substring(0, text.indexOf(' ')))
        .setPrefixLen(UInt32Value.of((int) last()))
        .build();
  }

  private String folded(String of) {
    return ignoreCase ? of.toLowerCase(ROOT) : of;
  }

  /** The condition, after the name of what it looks at. */
  public String print() {
    String words =
        switch (kind) {
          case PRESENT -> "present";
          case EXACT -> text.isEmpty() ? "empty" : text;
          case PREFIX -> "prefix " + text;
          case SEPARATED_PREFIX -> "prefix " + text + " (whole segments)";
          case SUFFIX -> "suffix " + text;
          case CONTAINS -> "containing " + text;
          case REGEX -> "matching " + text;
          case REGEX_PART -> "with a part matching " + text;
          case RANGE -> "from " + first() + " to " + (last() - 1);
          case BLOCK -> text.replace(' ', '/');
        };
    return ignoreCase ? words + " in any case" : words;
  }
}
