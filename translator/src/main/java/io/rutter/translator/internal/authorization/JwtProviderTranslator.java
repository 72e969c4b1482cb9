// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks;
import io.rutter.model.security.JwtRule;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.TokenClaims;
import io.rutter.translator.internal.resolve.rule.TokenKeys;
import io.rutter.translator.internal.resolve.rule.TokenRule;
import java.time.Duration;

/**
 * One {@link JwtRule} → one {@link JwtProvider}. Istio document: Request Authentication, {@code
 * JWTRule}.
 */
final class JwtProviderTranslator {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CACHE_DURATION = Duration.ofMinutes(5);

  private JwtProviderTranslator() {}

  /**
   * The provider.
   *
   * @param clearRouteCache whether routes are chosen anew by the claims
   */
  static JwtProvider translate(TokenRule token, boolean clearRouteCache) {
    JwtRule rule = token.rule();
    JwtProvider.Builder provider =
        JwtProvider.newBuilder()
            .setIssuer(rule.issuer())
            .addAllAudiences(rule.audiences())
            .setForward(rule.forwardOriginalToken())
            .setForwardPayloadHeader(rule.outputPayloadToHeader().orElse(""))
            .setPayloadInMetadata(TokenClaims.PAYLOAD)
            .setNormalizePayloadInMetadata(
                JwtProvider.NormalizePayload.newBuilder()
                    .addAllSpaceDelimitedClaims(
                        ImmutableSortedSet.<String>naturalOrder()
                            .add("permission", "scope")
                            .addAll(rule.spaceDelimitedClaims())
                            .build()))
            .setClearRouteCache(clearRouteCache)
            .addAllFromParams(rule.fromParams())
            .addAllFromCookies(rule.fromCookies());
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
    addKeys(token, provider);
    return provider.build();
  }

  private static void addKeys(TokenRule token, JwtProvider.Builder provider) {
    if (token.keys() instanceof TokenKeys.Remote remote) {
      provider.setRemoteJwks(
          RemoteJwks.newBuilder()
              .setHttpUri(
                  HttpUri.newBuilder()
                      .setUri(remote.uri())
                      .setCluster(remote.cluster())
                      .setTimeout(Durations.of(token.rule().timeout().orElse(DEFAULT_TIMEOUT))))
              .setCacheDuration(Durations.of(CACHE_DURATION)));
    } else if (token.keys() instanceof TokenKeys.Known known) {
      provider.setLocalJwks(DataSource.newBuilder().setInlineString(known.jwks()));
    }
  }
}
