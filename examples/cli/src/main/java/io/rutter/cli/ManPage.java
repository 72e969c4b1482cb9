// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of man(7), from the same model as its help. */
final class ManPage {
  private final CommandSpec spec;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** The name of the page, without the section: {@code rutter-translate}. */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /** The text of the page. */
  static String print(CommandSpec spec) {
    ManPage man = new ManPage(spec);
    man.heading();
    man.synopsis();
    man.description();
    man.arguments();
    man.exitStatus();
    man.environment();
    man.seeAlso();
    return man.page.toString();
  }

  private void heading() {
    String[] description = spec.usageMessage().description();
    line(".TH \"" + name(spec) + "\" 1 \"\" \"rutter " + BuildVersion.read().rutter() + "\"");
    section("NAME");
    line(name(spec) + " \\- " + escape(description.length == 0 ? "" : text(description[0])));
  }

  private void synopsis() {
    section("SYNOPSIS");
    Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
    line(".nf");
    help.synopsis(0).strip().lines().forEach(each -> line(escape(each)));
    line(".fi");
  }

  private void description() {
    section("DESCRIPTION");
    for (String each : spec.usageMessage().description()) {
      if (each.startsWith(" ")) {
        line(".RS 4\n.nf");
        line(escape(text(each).strip()));
        line(".fi\n.RE");
      } else {
        line(each.isEmpty() ? ".PP" : escape(text(each)));
      }
    }
    for (Map.Entry<String, picocli.CommandLine> sub : spec.subcommands().entrySet()) {
      line(".TP");
      line("\\fB" + escape(sub.getKey()) + "\\fR");
      line(escape(text(sub.getValue().getCommandSpec().usageMessage().description()[0])));
    }
  }

  private void arguments() {
    section("OPTIONS");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      argument("\\fI" + escape(parameter.paramLabel()) + "\\fR", parameter);
    }
    for (OptionSpec option : spec.options()) {
      String names = "\\fB" + escape(String.join(", ", option.names())) + "\\fR";
      argument(
          option.arity().max() > 0 ? names + "=\\fI" + escape(option.paramLabel()) + "\\fR" : names,
          option);
    }
  }

  private void argument(String head, ArgSpec argument) {
    line(".TP");
    line(head);
    for (String each : argument.description()) {
      line(escape(text(each).replace("${DEFAULT-VALUE}", String.valueOf(argument.initialValue()))));
    }
  }

  private void exitStatus() {
    section("EXIT STATUS");
    spec.usageMessage()
        .exitCodeList()
        .forEach(
            (status, meaning) -> {
              line(".TP");
              line("\\fB" + status.strip() + "\\fR");
              line(escape(meaning));
            });
  }

  private void environment() {
    section("ENVIRONMENT");
    for (List<String> each : EnvironmentVariables.ALL) {
      line(".TP");
      line("\\fB" + each.get(0) + "\\fR");
      line(escape(each.get(1)));
    }
  }

  private void seeAlso() {
    section("SEE ALSO");
    CommandSpec root = spec.root();
    line(
        (spec == root
            ? spec.subcommands().values().stream()
                .map(sub -> reference(sub.getCommandSpec()))
                .reduce((left, right) -> left + ",\n" + right)
                .orElse("")
            : reference(root)));
  }

  private static String reference(CommandSpec spec) {
    return "\\fB" + escape(name(spec)) + "\\fR(1)";
  }

  private void section(String name) {
    line(".SH \"" + name + "\"");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String text(String markup) {
    return Ansi.OFF.string(markup);
  }

  /** A minus that can be copied, and no macro by accident. */
  private static String escape(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
