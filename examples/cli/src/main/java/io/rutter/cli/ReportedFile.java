// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** Names of files for programs that hold them against those of a repository. */
final class ReportedFile {
  private static final String HERE = "./";

  private ReportedFile() {}

  /** The name without the {@code ./} that files below the argument {@code .} begin with. */
  static String of(String file) {
    String name = file;
    while (name.startsWith(HERE) && name.length() > HERE.length()) {
      name = name.substring(HERE.length());
    }
    return name;
  }
}
