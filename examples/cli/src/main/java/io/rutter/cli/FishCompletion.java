// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for the fish shell, which picocli has none for: a line for each option and value. */
final class FishCompletion {
  private final String command;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(String command) {
    this.command = command;
  }

  /** The script for a command and its subcommands. */
  static String script(CommandSpec root) {
    FishCompletion fish = new FishCompletion(root.name());
    fish.script.append("# Completion of ").append(root.name()).append(" for fish.\n");
    root.options().forEach(option -> fish.option("__fish_use_subcommand", option));
    root.subcommands()
        .forEach(
            (name, subcommand) -> {
              fish.complete(
                  "__fish_use_subcommand",
                  List.of("-f", "-a", quote(name)),
                  description(subcommand.getCommandSpec().usageMessage().description()));
              fish.subcommand(name, subcommand.getCommandSpec());
            });
    return fish.script.toString();
  }

  private void subcommand(String name, CommandSpec spec) {
    String condition = "__fish_seen_subcommand_from " + name;
    spec.options().forEach(option -> option(condition, option));
    spec.positionalParameters().stream()
        .filter(parameter -> !values(parameter).isEmpty())
        .forEach(
            parameter -> complete(condition, List.of("-f", "-a", quote(values(parameter))), ""));
  }

  private void option(String condition, OptionSpec option) {
    List<String> arguments = new ArrayList<>();
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      arguments.add(isLong ? "-l" : "-s");
      arguments.add(name.substring(isLong ? 2 : 1));
    }
    if (option.arity().max() > 0) {
      String values = values(option);
      boolean isFile = option.paramLabel().startsWith("FILE");
      arguments.add(isFile ? "-r" : "-x");
      if (!values.isEmpty()) {
        arguments.add("-a");
        arguments.add(quote(values));
      }
    }
    complete(condition, arguments, description(option.description()));
  }

  private void complete(String condition, List<String> arguments, String description) {
    script
        .append("complete -c ")
        .append(command)
        .append(" -n ")
        .append(quote(condition))
        .append(' ')
        .append(String.join(" ", arguments));
    if (!description.isEmpty()) {
      script.append(" -d ").append(quote(description));
    }
    script.append('\n');
  }

  /** The values that there are, as help spells them. */
  private static String values(ArgSpec argument) {
    List<String> values = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(value -> values.add(Ascii.toLowerCase(value)));
    }
    return String.join(" ", values);
  }

  /** The first sentence, which is what a list of choices has room for. */
  private static String description(String[] lines) {
    String text = lines.length == 0 ? "" : Ansi.OFF.string(lines[0]);
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
