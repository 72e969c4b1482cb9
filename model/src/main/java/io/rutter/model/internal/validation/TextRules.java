// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.internal.go.WholeText;

/** No string of an object may hold what no string of protobuf or HTTP can. */
public final class TextRules {
  private TextRules() {}

  /**
   * Checks all strings of an object at once, by its {@code toString}.
   *
   * @param object a value that prints its fields
   */
  public static void check(Object object, Findings at) {
    WholeText.problem(object.toString()).ifPresent(at::invalid);
  }
}
