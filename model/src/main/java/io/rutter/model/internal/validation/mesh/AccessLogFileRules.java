// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;

/** Files that Envoy opens for access logs. */
final class AccessLogFileRules {
  private static final int LONGEST_NAME = 255;

  private AccessLogFileRules() {}

  /** Checks a path that can be that of a file on no machine. */
  static void check(String path, Findings at) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!path.isEmpty() && (name.isEmpty() || name.equals(".") || name.equals(".."))) {
      at.invalid("file: \"" + path + "\" (expected: a file, not a folder)");
    } else if (name.length() > LONGEST_NAME) {
      at.invalid(
          "file of " + name.length() + " characters (expected: at most " + LONGEST_NAME + ")");
    }
  }
}
