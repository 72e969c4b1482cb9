// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

/** How a part of a graph differs from what was before. */
public enum GraphChange {
  /** It does not, or nothing was compared. */
  SAME,
  /** It is new. */
  ADDED,
  /** It is gone. */
  REMOVED,
  /** It is there on both sides, and its lines differ. */
  CHANGED;

  /** What stands before a text so that it is told without colours: {@code +}, {@code -}, ... */
  public String mark() {
    return switch (this) {
      case SAME -> "";
      case ADDED -> "+ ";
      case REMOVED -> "- ";
      case CHANGED -> "~ ";
    };
  }
}
