// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.StringMatch;
import io.rutter.model.internal.jwk.ClaimHeader;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.HttpMatch;

/** Checks an {@link HttpMatch}. */
final class HttpMatchValidator {
  private HttpMatchValidator() {}

  static void validate(HttpMatch match, boolean forMesh, Findings at) {
    match.uri().ifPresent(uri -> checkUri(uri, at.at("uri")));
    match.scheme().ifPresent(m -> ValueRules.checkStringMatch(m, at.at("scheme")));
    match.method().ifPresent(m -> ValueRules.checkStringMatch(m, at.at("method")));
    match.authority().ifPresent(m -> ValueRules.checkStringMatch(m, at.at("authority")));
    checkHeaderNames(match.headers(), forMesh, at.at("headers"));
    checkHeaderNames(match.withoutHeaders(), forMesh, at.at("withoutHeaders"));
    match
        .headers()
        .forEach((name, m) -> ValueRules.checkStringMatch(m, at.at("headers").entry(name)));
    match
        .withoutHeaders()
        .forEach((name, m) -> checkUnwanted(m, at.at("withoutHeaders").entry(name)));
    match
        .queryParams()
        .forEach((name, m) -> ValueRules.checkStringMatch(m, at.at("queryParams").entry(name)));
    ValueRules.checkPort(match.port(), at.at("port"));
    ValueRules.checkLabels(match.sourceLabels(), at.at("sourceLabels"));
    GatewayNameRules.check(match.gateways(), at.at("gateways"));
    match
        .sourceNamespace()
        .filter(namespace -> !NameRules.isLabel(namespace))
        .ifPresent(
            namespace ->
                at.at("sourceNamespace")
                    .invalid("namespace: \"" + namespace + "\" (expected: a DNS label)"));
  }

  /** Unlike elsewhere, an empty prefix is fine here: it matches every path. */
  private static void checkUri(StringMatch uri, Findings at) {
    if (uri.kind() == StringMatch.Kind.REGEX) {
      ValueRules.checkStringMatch(uri, at);
    }
  }

  /** Only here, a lone star is not an expression but matches any value. */
  private static void checkUnwanted(StringMatch match, Findings at) {
    if (!match.equals(StringMatch.regex("*"))) {
      ValueRules.checkStringMatch(match, at);
    }
  }

  private static boolean isClaim(String name) {
    return name.startsWith(ClaimHeader.PREFIX + ".") || name.startsWith(ClaimHeader.PREFIX + "[");
  }

  private static void checkHeaderNames(
      ImmutableMap<String, StringMatch> headers, boolean forMesh, Findings at) {
    for (String name : headers.keySet()) {
      Findings here = at.entry(name);
      if (isClaim(name)) {
        if (forMesh) {
          here.invalid("header: " + name + " (expected: claims only on gateways)");
        }
      } else {
        HeaderNameRules.checkMatched(name, here);
      }
    }
  }
}
