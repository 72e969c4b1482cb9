// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Access;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Denial;
import io.rutter.inspect.ExternalCheck;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.calltest.CallExpectation;
import java.util.List;
import java.util.Optional;

/** Compares whether a call is allowed, by whom it is not, and what Envoy answers itself. */
final class AccessCheck {
  private AccessCheck() {}

  static void compare(
      CallExpectation expected,
      Optional<CallMode> mode,
      CallResult result,
      Differences differences) {
    boolean asked = expected.access().isPresent() || expected.deniedBy().isPresent();
    if (asked && mode.equals(Optional.of(CallMode.OUTBOUND))) {
      differences.add("access", "nobody decides that where a call leaves its pod", "mode: inbound");
      return;
    }
    expected
        .access()
        .ifPresent(
            access ->
                differences.addUnless(
                    access == result.access(), "access", print(result), name(access)));
    expected
        .deniedBy()
        .ifPresent(
            rule ->
                differences.addUnless(
                    isDeniedBy(rule, result),
                    "deniedBy",
                    deniers(result),
                    rule.isEmpty() ? "none" : rule));
    differences.number("status", expected.status(), status(result));
  }

  private static boolean isDeniedBy(String expected, CallResult result) {
    if (expected.isEmpty()) {
      return result.denial().isEmpty();
    }
    return rules(result).stream()
        .anyMatch(
            rule -> rule.toString().equals(expected) || rule.object().toString().equals(expected));
  }

  private static String print(CallResult result) {
    return switch (result.access()) {
      case ALLOWED -> "allowed";
      case UNREACHED -> "unreached: " + result.error().map(CallError::message).orElse("");
      case DENIED -> "denied: " + result.denial().map(Denial::reason).orElse("");
      case UNDETERMINED ->
          "it is for "
              + String.join(
                  ", ", result.externalChecks().stream().map(ExternalCheck::cluster).toList())
              + " to say, see extAuthz";
    };
  }

  private static Object deniers(CallResult result) {
    List<AccessRule> rules = rules(result);
    return rules.isEmpty() ? (result.denial().isEmpty() ? "none" : "no rule") : rules;
  }

  private static ImmutableList<AccessRule> rules(CallResult result) {
    return result.denial().map(Denial::rules).orElse(ImmutableList.of());
  }

  /** 0 if the answer is not Envoy's own. */
  private static int status(CallResult result) {
    if (result.errorStatus().isPresent()) {
      return result.errorStatus().getAsInt();
    }
    return result
        .redirect()
        .map(RedirectAnswer::status)
        .or(() -> result.directResponse().map(answer -> answer.status()))
        .orElse(0);
  }

  private static String name(Access access) {
    return access.name().toLowerCase(ROOT);
  }
}
