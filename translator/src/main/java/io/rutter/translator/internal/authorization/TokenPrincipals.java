// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.SourcedMetadata;
import io.envoyproxy.envoy.type.matcher.v3.OrMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.translator.internal.proto.StringMatchers;
import io.rutter.translator.internal.proto.TokenClaims;
import java.util.List;

/**
 * Who calls by a token → {@link Principal}s: what the filter that checks tokens leaves of one.
 * Istio document: Authorization Policy, {@code requestPrincipals}.
 */
final class TokenPrincipals {
  private TokenPrincipals() {}

  /** One of some identities, {@code ISSUER/SUBJECT}. */
  static Principal ofRequestPrincipals(List<String> values) {
    ImmutableList<Principal> each =
        values.stream().map(TokenPrincipals::requestPrincipal).collect(toImmutableList());
    return each.size() == 1 ? each.get(0) : Principals.oneOf(each);
  }

  /** An issuer may have slashes; without one, a value is an issuer, or the end of a subject. */
  private static Principal requestPrincipal(String value) {
    int slash = value.lastIndexOf('/');
    String issuer = slash < 0 ? value : value.substring(0, slash);
    String subject = slash < 0 ? "" : value.substring(slash + 1);
    if (value.equals("*")) {
      return identity(ValuePatterns.ANY, ValuePatterns.ANY);
    }
    if (value.startsWith("*")) {
      return slash < 0
          ? identity(ValuePatterns.ANY, ValuePatterns.suffix(value.substring(1)))
          : identity(ValuePatterns.text(issuer), StringMatchers.exact(subject));
    }
    if (value.endsWith("*")) {
      return slash < 0
          ? identity(ValuePatterns.text(value), ValuePatterns.ANY)
          : identity(StringMatchers.exact(issuer), ValuePatterns.text(subject));
    }
    return identity(StringMatchers.exact(issuer), StringMatchers.exact(subject));
  }

  private static Principal identity(StringMatcher issuer, StringMatcher subject) {
    return Principals.all(ImmutableList.of(claim("iss", issuer), claim("sub", subject)));
  }

  private static Principal claim(String name, StringMatcher text) {
    return metadata(ImmutableList.of(name), ValueMatcher.newBuilder().setStringMatch(text).build());
  }

  /** One of some texts, as a claim or in one that is a list. */
  static Principal ofClaim(List<String> path, List<String> values) {
    return metadata(path, TokenClaims.alsoInList(oneOf(values)));
  }

  private static ValueMatcher oneOf(List<String> values) {
    ImmutableList<ValueMatcher> each =
        values.stream()
            .map(value -> ValueMatcher.newBuilder().setStringMatch(ValuePatterns.text(value)))
            .map(ValueMatcher.Builder::build)
            .collect(toImmutableList());
    return each.size() == 1
        ? each.get(0)
        : ValueMatcher.newBuilder()
            .setOrMatch(OrMatcher.newBuilder().addAllValueMatchers(each))
            .build();
  }

  private static Principal metadata(List<String> path, ValueMatcher value) {
    return Principal.newBuilder()
        .setSourcedMetadata(
            SourcedMetadata.newBuilder().setMetadataMatcher(TokenClaims.matcher(path, value)))
        .build();
  }
}
