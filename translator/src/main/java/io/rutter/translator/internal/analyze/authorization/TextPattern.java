// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * Texts that a value with a {@code *} at an end matches. Istio document: Authorization Policy, on
 * exact, prefix, suffix and presence match.
 *
 * @param form which texts
 * @param text what they are, begin or end with; without the {@code *}
 */
record TextPattern(Form form, String text) implements ValueSet {
  /** Any text that is not empty. */
  static final TextPattern ANY = new TextPattern(Form.ANY, "");

  private static final String STAR = "*";
  private static final Splitter STARS = Splitter.on('*');

  enum Form {
    ANY,
    EXACT,
    PREFIX,
    SUFFIX,
    /** With a {@code *} inside. */
    OTHER
  }

  static TextPattern exact(String text) {
    return new TextPattern(Form.EXACT, text);
  }

  /** A value of which a {@code *} counts at one end, and is itself elsewhere. */
  static TextPattern of(String value) {
    if (value.equals(STAR)) {
      return ANY;
    }
    if (value.startsWith(STAR)) {
      return new TextPattern(Form.SUFFIX, value.substring(1));
    }
    return value.endsWith(STAR)
        ? new TextPattern(Form.PREFIX, value.substring(0, value.length() - 1))
        : exact(value);
  }

  /** A value of which a {@code *} counts at the end only. */
  static TextPattern ofStart(String value) {
    return value.equals(STAR)
        ? ANY
        : value.endsWith(STAR)
            ? new TextPattern(Form.PREFIX, value.substring(0, value.length() - 1))
            : exact(value);
  }

  /** A value in which each {@code *} counts. */
  static TextPattern glob(String value) {
    boolean oneAtEnd = value.indexOf('*') == value.lastIndexOf('*');
    TextPattern pattern = of(value);
    boolean inside = pattern.form == Form.EXACT && value.contains(STAR);
    return oneAtEnd && !inside ? pattern : new TextPattern(Form.OTHER, value);
  }

  /** As it is written in a policy. */
  String written() {
    return switch (form) {
      case ANY -> STAR;
      case PREFIX -> text + STAR;
      case SUFFIX -> STAR + text;
      case EXACT, OTHER -> text;
    };
  }

  boolean matches(String other) {
    return switch (form) {
      case ANY -> !other.isEmpty();
      case EXACT -> other.equals(text);
      case PREFIX -> other.startsWith(text);
      case SUFFIX -> other.endsWith(text);
      case OTHER -> matchesGlob(other);
    };
  }

  private boolean matchesGlob(String other) {
    List<String> parts = STARS.splitToList(text);
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean last = i == parts.size() - 1;
      int at = last ? other.length() - part.length() : other.indexOf(part, from);
      if (at < from || (i == 0 && at != 0) || !other.startsWith(part, at)) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  @Override
  public boolean covers(ValueSet other) {
    return other instanceof TextPattern pattern
        ? covers(pattern)
        : other.start().filter(this::coversStart).isPresent();
  }

  private boolean coversStart(String start) {
    return form == Form.ANY || (form == Form.PREFIX && start.startsWith(text));
  }

  private boolean covers(TextPattern other) {
    return switch (other.form) {
      case EXACT -> matches(other.text);
      case ANY -> form == Form.ANY;
      case PREFIX -> form == Form.ANY || (form == Form.PREFIX && other.text.startsWith(text));
      case SUFFIX -> form == Form.ANY || (form == Form.SUFFIX && other.text.endsWith(text));
      case OTHER -> form == Form.ANY || equals(other);
    };
  }

  @Override
  public boolean isDisjointFrom(ValueSet other) {
    return other instanceof TextPattern pattern
        ? isDisjoint(this, pattern) || isDisjoint(pattern, this)
        : other.start().filter(this::isWithout).isPresent();
  }

  /** Whether it matches no text with that start. */
  private boolean isWithout(String start) {
    return switch (form) {
      case EXACT -> !text.startsWith(start);
      case PREFIX -> !text.startsWith(start) && !start.startsWith(text);
      case ANY, SUFFIX, OTHER -> false;
    };
  }

  private static boolean isDisjoint(TextPattern one, TextPattern other) {
    return switch (one.form) {
      case EXACT -> !other.matches(one.text);
      case PREFIX ->
          other.form == Form.PREFIX
              && !one.text.startsWith(other.text)
              && !other.text.startsWith(one.text);
      case SUFFIX ->
          other.form == Form.SUFFIX
              && !one.text.endsWith(other.text)
              && !other.text.endsWith(one.text);
      case ANY, OTHER -> false;
    };
  }
}
