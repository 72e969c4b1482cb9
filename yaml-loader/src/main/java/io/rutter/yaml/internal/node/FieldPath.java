// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of values in an object: {@code spec.http[0].match}, and {@code metadata.labels["a.b/c"]}
 * for keys that are not plain words, which may stand behind a dot too: {@code portLevelMtls.8080}.
 */
public final class FieldPath {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?([A-Za-z_][A-Za-z0-9_-]*)|\\[([0-9]+)]|\\[\"([^\"]*)\"]|\\[([^]\"]+)]|\\.([^.\\[]+)");

  private static final CharMatcher WORD_CHARACTERS =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("_-"))
          .precomputed();

  private FieldPath() {}

  /**
   * One step of a path.
   *
   * @param key the key of a mapping; for an index its digits, which may be a key too
   * @param index the index into a list; -1 for a step into a mapping
   */
  record Step(String key, int index) {}

  /** The path of a field of the value at {@code path}. */
  static String field(String path, String name) {
    if (!isWord(name)) {
      return path + "[\"" + name + "\"]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isWord(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0)) || name.charAt(0) == '-') {
      return false;
    }
    return WORD_CHARACTERS.matchesAllOf(name);
  }

  /** The path of an item of the list at {@code path}. */
  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /** The path in the value at {@code place}; empty: it leads elsewhere. */
  public static Optional<String> inside(String place, String path) {
    if (!path.startsWith(place)) {
      return Optional.empty();
    }
    String rest = path.substring(place.length());
    if (place.isEmpty() || rest.isEmpty() || rest.startsWith("[")) {
      return Optional.of(rest);
    }
    return rest.startsWith(".") ? Optional.of(rest.substring(1)) : Optional.empty();
  }

  /** The steps of a path, up to the first thing that is none. */
  static ImmutableList<Step> parse(String path) {
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (end < path.length() && step.find(end) && step.start() == end) {
      String index = step.group(2);
      if (index != null && index.length() <= 9) {
        steps.add(new Step(index, Integer.parseInt(index)));
      } else {
        String key = firstGroup(step);
        steps.add(new Step(key, -1));
      }
      end = step.end();
    }
    return steps.build();
  }

  private static String firstGroup(Matcher step) {
    for (int group = 1; group <= step.groupCount(); group++) {
      String text = step.group(group);
      if (text != null) {
        return text;
      }
    }
    return "";
  }
}
