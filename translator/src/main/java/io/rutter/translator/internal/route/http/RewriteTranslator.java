// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import io.rutter.model.virtualservice.RegexRewrite;
import io.rutter.model.virtualservice.Rewrite;
import io.rutter.translator.internal.proto.StringMatchers;

/**
 * The path part of {@link Rewrite} to {@code RouteAction.prefix_rewrite} or {@code regex_rewrite}:
 * a regular expression takes precedence over a plain string. Envoy replaces the matched prefix with
 * the string and keeps the rest. Istio document: Virtual Service, {@code HTTPRewrite}.
 */
final class RewriteTranslator {
  private RewriteTranslator() {}

  static void translate(Rewrite rewrite, RouteAction.Builder action) {
    rewrite
        .uriRegexRewrite()
        .ifPresentOrElse(
            regex -> action.setRegexRewrite(substitution(regex)),
            () -> rewrite.uri().ifPresent(action::setPrefixRewrite));
  }

  private static RegexMatchAndSubstitute substitution(RegexRewrite regex) {
    return RegexMatchAndSubstitute.newBuilder()
        .setPattern(StringMatchers.regexMatcher(regex.match().orElse("")))
        .setSubstitution(regex.rewrite().orElse(""))
        .build();
  }
}
