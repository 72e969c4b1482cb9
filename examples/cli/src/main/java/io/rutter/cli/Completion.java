// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Scripts that complete arguments. */
final class Completion {
  /** How the names of the lists of values in picocli's script end. */
  private static final ImmutableList<String> VALUES =
      ImmutableList.of("_option_args=", "_pos_param_args=");

  private Completion() {}

  /** The script for a shell. */
  static String script(Shell shell, CommandSpec root) {
    return shell == Shell.FISH ? FishCompletion.script(root) : bash(root);
  }

  /** Zsh reads the same script. Constants are spelled as help spells them. */
  private static String bash(CommandSpec root) {
    return AutoComplete.bash(root.name(), root.commandLine())
        .lines()
        .map(line -> isList(line) ? withLowerCaseValues(line) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean isList(String line) {
    return line.stripLeading().startsWith("local ") && VALUES.stream().anyMatch(line::contains);
  }

  private static String withLowerCaseValues(String line) {
    int values = line.indexOf("=(") + 1;
    return line.substring(0, values) + Ascii.toLowerCase(line.substring(values));
  }
}
