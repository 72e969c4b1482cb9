// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Denial;
import io.rutter.inspect.ExternalCheck;
import io.rutter.inspect.internal.json.ClaimsJson;
import java.util.Optional;
import java.util.StringJoiner;

/** Who calls, and whether the call is allowed, for people. */
final class AccessText {
  private AccessText() {}

  /** Who calls, if the call says so. */
  static Optional<String> caller(Call call) {
    StringJoiner text = new StringJoiner(", ", "  ", "").setEmptyValue("");
    call.peer().ifPresent(peer -> text.add("by " + peer));
    call.claims().ifPresent(claims -> text.add("with a token of " + ClaimsJson.print(claims)));
    call.time().ifPresent(time -> text.add("at " + time));
    return Optional.of(text.toString()).filter(line -> !line.isEmpty());
  }

  /** How a call ends that goes nowhere. */
  static String end(CallError error, CallResult result) {
    if (result.denial().isEmpty()) {
      return "nowhere: " + error.message();
    }
    String status =
        result.errorStatus().isPresent()
            ? ", Envoy answers " + result.errorStatus().getAsInt()
            : ", Envoy closes the connection";
    return "denied: " + error.message() + status;
  }

  /** Who decided, and who is asked. */
  static ImmutableList<String> lines(CallResult result) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (ExternalCheck check : result.externalChecks()) {
      lines.add(
          "asks "
              + check.cluster()
              + check
                  .answer()
                  .map(answer -> ", which says " + answer.name().toLowerCase(ROOT))
                  .orElse(", whose answer is not known: this is what follows if it allows"));
    }
    result.denial().ifPresent(denial -> lines.addAll(lines(denial)));
    return lines.build();
  }

  private static ImmutableList<String> lines(Denial denial) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add(denial.reason());
    for (AccessRule rule : denial.rules()) {
      lines.add(rule + rule.location().map(at -> "  " + at).orElse(""));
    }
    return lines.build();
  }
}
