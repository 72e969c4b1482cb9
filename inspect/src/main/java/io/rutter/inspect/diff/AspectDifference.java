// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

/**
 * How calls differ in one aspect.
 *
 * @param aspect what differs
 * @param before how it was, in words
 * @param after how it is
 */
public record AspectDifference(Aspect aspect, String before, String after) {
  /** {@code timeout: 15s -> 3s}. */
  @Override
  public String toString() {
    return aspect.words() + ": " + before + " -> " + after;
  }
}
