// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The environment variables that the command and its launcher read, for help and manual. */
final class EnvironmentVariables {
  /** The name of each, and what it does. */
  static final ImmutableList<List<String>> ALL =
      ImmutableList.of(
          List.of("JAVA_HOME", "The Java to start with. Default: java on the PATH."),
          List.of(
              "RUTTER_JAVA_OPTIONS",
              "Options of Java, separated by blanks, for example -Xmx1g for more memory than 256"
                  + " MiB."),
          List.of(
              "RUTTER_CACHE",
              "The folder for what makes the next start faster, or off. Default: rutter in"
                  + " XDG_CACHE_HOME or ~/.cache; off where CI is set."),
          List.of("RUTTER_DEBUG", "1: stack traces of defects."),
          List.of("NO_COLOR", "If it is set, there is no colour unless --color asks for it."));

  private EnvironmentVariables() {}
}
