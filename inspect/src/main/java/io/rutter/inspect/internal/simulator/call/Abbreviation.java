// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

/** Values in explanations: long ones lose their end. */
public final class Abbreviation {
  private static final int MOST = 200;

  private Abbreviation() {}

  public static String of(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, MOST) + "... (" + text.length() + " characters)";
  }
}
