// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.RegexRewrite;
import io.rutter.model.virtualservice.Rewrite;

/** Checks a {@link Rewrite}. */
final class RewriteValidator {
  private RewriteValidator() {}

  static void validate(Rewrite rewrite, Findings at) {
    if (rewrite.uri().isPresent() && rewrite.uriRegexRewrite().isPresent()) {
      at.conflicting("uri beside uriRegexRewrite (expected: one of them)");
    }
    if (rewrite.uri().isEmpty()
        && rewrite.uriRegexRewrite().isEmpty()
        && rewrite.authority().isEmpty()) {
      at.missing("nothing to rewrite (expected: uri, uriRegexRewrite or authority)");
    }
    rewrite.uriRegexRewrite().ifPresent(regex -> validateRegex(regex, at.at("uriRegexRewrite")));
  }

  private static void validateRegex(RegexRewrite regex, Findings at) {
    if (regex.match().isEmpty() || regex.rewrite().isEmpty()) {
      at.missing("half a rewrite (expected: match and rewrite)");
    }
    regex.match().ifPresent(match -> ValueRules.checkRegex(match, at.at("match")));
  }
}
