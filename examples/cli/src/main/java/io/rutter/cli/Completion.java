// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Ascii;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Scripts that complete arguments. */
final class Completion {
  /** The lists of values in picocli's script. */
  private static final Pattern VALUES =
      Pattern.compile("^ *local \\w+_(option_args|pos_param_args)=.*$", Pattern.MULTILINE);

  private Completion() {}

  /** The script for a shell. */
  static String script(Shell shell, CommandSpec root) {
    return shell == Shell.FISH ? FishCompletion.script(root) : bash(root);
  }

  /** Zsh reads the same script. Constants are spelled as help spells them. */
  private static String bash(CommandSpec root) {
    return VALUES
        .matcher(AutoComplete.bash(root.name(), root.commandLine()))
        .replaceAll(
            line -> {
              int values = line.group().indexOf("=(") + 1;
              return Matcher.quoteReplacement(
                  line.group().substring(0, values)
                      + Ascii.toLowerCase(line.group().substring(values)));
            });
  }
}
