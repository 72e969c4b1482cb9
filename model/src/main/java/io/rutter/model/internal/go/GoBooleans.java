// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import com.google.common.collect.ImmutableSet;

/** Truth values as Go's {@code strconv.ParseBool} reads them. */
public final class GoBooleans {
  private static final ImmutableSet<String> TRUE =
      ImmutableSet.of("1", "t", "T", "TRUE", "true", "True");
  private static final ImmutableSet<String> FALSE =
      ImmutableSet.of("0", "f", "F", "FALSE", "false", "False");

  private GoBooleans() {}

  /** Whether a text means true. */
  public static boolean isTrue(String text) {
    return TRUE.contains(text);
  }

  /** Whether a text is a truth value. */
  public static boolean isValid(String text) {
    return TRUE.contains(text) || FALSE.contains(text);
  }
}
