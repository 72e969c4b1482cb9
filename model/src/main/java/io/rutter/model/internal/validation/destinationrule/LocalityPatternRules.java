// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns of localities: {@code region/zone/subzone}, where a star at the end matches the rest. A
 * shorter or starred pattern may follow the narrower ones that it overlaps, but not precede them.
 * Istio reference: Destination Rule, {@code LocalityLoadBalancerSetting}.
 */
final class LocalityPatternRules {
  private static final Splitter PARTS = Splitter.on('/').limit(3);

  private LocalityPatternRules() {}

  static void check(List<String> patterns, Findings at) {
    Place seen = new Place();
    for (String pattern : patterns) {
      List<String> parts = PARTS.splitToList(pattern);
      int star = pattern.indexOf('*');
      if (parts.contains("") || (star >= 0 && star != pattern.length() - 1)) {
        at.invalid(
            "locality: \"" + pattern + "\" (expected: region/zone/subzone, * only at the end)");
      } else if (!seen.add(parts)) {
        at.conflicting("locality: \"" + pattern + "\" overlaps one before it");
      }
    }
  }

  /** A place with those in it that have been named. */
  private static final class Place {
    private final Map<String, Place> inner = new HashMap<>();
    private boolean whole;

    /** Adds a locality within this one, unless it exists. */
    boolean add(List<String> parts) {
      if (whole || inner.containsKey("*")) {
        return false;
      }
      if (parts.isEmpty()) {
        whole = true;
        return inner.isEmpty();
      }
      return inner
          .computeIfAbsent(parts.get(0), unused -> new Place())
          .add(parts.subList(1, parts.size()));
    }
  }
}
