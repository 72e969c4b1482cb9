// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import java.util.List;

/** Patterns of places: {@code region/zone/subzone}, where a star at the end stands for the rest. */
final class LocalityPatternRules {
  private LocalityPatternRules() {}

  static void check(List<String> patterns, Findings at) {
    for (int i = 0; i < patterns.size(); i++) {
      checkPattern(patterns.get(i), at);
      for (int earlier = 0; earlier < i; earlier++) {
        if (overlap(patterns.get(earlier), patterns.get(i))) {
          at.conflicting(
              "locality: \"" + patterns.get(i) + "\" overlaps \"" + patterns.get(earlier) + "\"");
        }
      }
    }
  }

  private static void checkPattern(String pattern, Findings at) {
    List<String> parts = Splitter.on('/').splitToList(pattern);
    int star = pattern.indexOf('*');
    boolean starInside = star >= 0 && (star != pattern.length() - 1);
    boolean glued = star > 0 && pattern.charAt(star - 1) != '/';
    if (parts.size() > 3 || parts.contains("") || starInside || glued) {
      at.invalid(
          "locality: \"" + pattern + "\" (expected: region/zone/subzone, * only at the end)");
    }
  }

  /** A star may follow what it covers: it then stands for the rest. */
  private static boolean overlap(String earlier, String later) {
    return prefix(later).startsWith(prefix(earlier))
        || (!later.endsWith("*") && prefix(earlier).startsWith(prefix(later)));
  }

  private static String prefix(String pattern) {
    return pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern + "/";
  }
}
