// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import io.rutter.inspect.internal.graph.HostRules.Followed;
import io.rutter.inspect.internal.graph.read.SeenRule;
import io.rutter.inspect.internal.simulator.config.Percentages;

/** Rules in short words. */
final class RuleText {
  private RuleText() {}

  /** The name and the condition of a rule: {@code testers: x-group = testers}. */
  static String of(Followed followed) {
    SeenRule rule = followed.rule();
    String condition = rule.condition();
    String shown = condition.isEmpty() ? (followed.first() ? "" : "otherwise") : condition;
    if (rule.name().isEmpty()) {
      return shown.isEmpty() ? "all" : shown;
    }
    return shown.isEmpty() ? rule.name() : rule.name() + ": " + shown;
  }

  /** The faults of a rule; empty if there are none. */
  static String faults(SeenRule rule) {
    String faults = String.join(", ", rule.faults());
    return faults.isEmpty()
        ? ""
        : "\u26A1 " + (rule.name().isEmpty() ? "" : rule.name() + ": ") + faults;
  }

  /** A share, where it is not all. */
  static String share(double share) {
    return share == 1 ? "" : Percentages.print(share);
  }

  /** A text with a space before it; nothing if it is empty. */
  static String behind(String text) {
    return text.isEmpty() ? "" : " " + text;
  }
}
