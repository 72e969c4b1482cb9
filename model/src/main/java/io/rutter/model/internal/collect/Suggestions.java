// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.collect;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Optional;

/** What somebody probably meant who wrote a name that does not exist. */
public final class Suggestions {
  private static final int MOST_DISTANCE = 3;
  private static final int NEAR = 2;

  private Suggestions() {}

  /** The nearest of the names if one is near, otherwise all of them. */
  public static String of(String written, Collection<String> names) {
    return nearest(written, names)
        .orElseGet(() -> names.isEmpty() ? "nothing" : "one of " + join(names));
  }

  /** Whether somebody who wrote this may have meant that name: no more than two letters differ. */
  public static boolean isNear(String written, String name) {
    return distance(Ascii.toLowerCase(written), Ascii.toLowerCase(name), NEAR + 1) <= NEAR;
  }

  private static String join(Collection<String> names) {
    return Joiner.on(", ").join(ImmutableSortedSet.copyOf(names));
  }

  /** The nearest of the names, if one is near. */
  public static Optional<String> nearest(String written, Collection<String> names) {
    String nearest = "";
    int least = Math.min(MOST_DISTANCE, written.length() / 2) + 1;
    for (String name : ImmutableSortedSet.copyOf(names)) {
      int distance = distance(Ascii.toLowerCase(written), Ascii.toLowerCase(name), least);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** Levenshtein's distance, or {@code limit} if it is not less. */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) >= limit) {
      return limit;
    }
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return Math.min(row[right.length()], limit);
  }
}
