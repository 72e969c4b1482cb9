// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** The names that {@code --proxy} takes. */
final class ProxyNames {
  private ProxyNames() {}

  /** Refuses an empty name, which most often is a variable of a script that has no value. */
  static void check(String name) {
    if (name.isEmpty()) {
      throw new UsageException("--proxy: an empty text (expected: NAME.NAMESPACE)");
    }
  }
}
