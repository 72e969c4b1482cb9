// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.rutter.model.security.JwtRule;

/**
 * One {@link JwtRule} → one {@link JwtProvider}. Istio document: Request Authentication, {@code
 * JWTRule}.
 */
final class JwtProviderTranslator {
  /** Under what name the claims of a good token are kept for other filters. */
  private static final String PAYLOAD = "payload";

  private JwtProviderTranslator() {}

  /**
   * The provider.
   *
   * @param clearRouteCache whether routes are chosen anew by the claims
   */
  static JwtProvider translate(JwtRule rule, boolean clearRouteCache) {
    JwtProvider.Builder provider =
        JwtProvider.newBuilder()
            .setIssuer(rule.issuer())
            .addAllAudiences(rule.audiences())
            .setForward(rule.forwardOriginalToken())
            .setForwardPayloadHeader(rule.outputPayloadToHeader().orElse(""))
            .setPayloadInMetadata(PAYLOAD)
            .setNormalizePayloadInMetadata(
                JwtProvider.NormalizePayload.newBuilder()
                    .addAllSpaceDelimitedClaims(
                        ImmutableSortedSet.<String>naturalOrder()
                            .add("permission", "scope")
                            .addAll(rule.spaceDelimitedClaims())
                            .build()))
            .setClearRouteCache(clearRouteCache)
            .addAllFromParams(rule.fromParams())
            .addAllFromCookies(rule.fromCookies())
            .setLocalJwks(DataSource.newBuilder().setInlineString(JwtKeys.of(rule)));
    rule.outputClaimToHeaders()
        .forEach(
            output ->
                provider.addClaimToHeaders(
                    JwtClaimToHeader.newBuilder()
                        .setHeaderName(output.header())
                        .setClaimName(output.claim())));
    rule.fromHeaders()
        .forEach(
            header ->
                provider.addFromHeaders(
                    JwtHeader.newBuilder()
                        .setName(header.name())
                        .setValuePrefix(header.prefix().orElse(""))));
    return provider.build();
  }
}
