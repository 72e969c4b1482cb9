// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request against the requirements of the filter. As in Envoy, what a provider does to the
 * request stays, also if another is needed after it. Mutable; for one request only.
 */
final class Verification {
  /** Deeper requirements are not looked at. */
  private static final int MOST_LEVELS = 100;

  private final ImmutableSortedMap<String, JwtProvider> providers;
  private final TokenCheck check;
  private final Optional<Token> supposed;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Struct.Builder found = Struct.newBuilder();
  private HttpRequest request;
  private boolean reroutes;

  /**
   * A token that was looked at, or was not there.
   *
   * @param provider the provider that looked; empty: any of them
   * @param where where it was, for people
   * @param status what came of it
   * @param token the token, if it can be read
   */
  record Attempt(String provider, String where, TokenStatus status, Optional<Token> token) {}

  /**
   * A request before the filter.
   *
   * @param supposed a token that the call is supposed to have, wherever its provider looks
   */
  Verification(
      ImmutableSortedMap<String, JwtProvider> providers,
      TokenCheck check,
      Optional<Token> supposed,
      HttpRequest request) {
    this.providers = providers;
    this.check = check;
    this.supposed = supposed;
    this.request = request;
  }

  HttpRequest request() {
    return request;
  }

  /** What other filters find, by the names that the providers give it. */
  Struct found() {
    return found.build();
  }

  /** Whether the route is chosen anew. */
  boolean reroutes() {
    return reroutes;
  }

  ImmutableList<Attempt> attempts() {
    return ImmutableList.copyOf(attempts);
  }

  TokenStatus verify(JwtRequirement requirement) {
    return verify(requirement, 0);
  }

  private TokenStatus verify(JwtRequirement requirement, int depth) {
    if (depth > MOST_LEVELS) {
      return TokenStatus.MISSING;
    }
    return switch (requirement.getRequiresTypeCase()) {
      case PROVIDER_NAME -> ofProvider(requirement.getProviderName(), ImmutableList.of());
      case PROVIDER_AND_AUDIENCES ->
          ofProvider(
              requirement.getProviderAndAudiences().getProviderName(),
              requirement.getProviderAndAudiences().getAudiencesList());
      case REQUIRES_ANY -> any(requirement.getRequiresAny().getRequirementsList(), depth);
      case REQUIRES_ALL -> all(requirement.getRequiresAll().getRequirementsList(), depth);
      case ALLOW_MISSING -> {
        TokenStatus status = ofAll(true);
        yield status == TokenStatus.MISSING ? TokenStatus.OK : status;
      }
      case ALLOW_MISSING_OR_FAILED -> {
        ofAll(true);
        yield TokenStatus.OK;
      }
      default -> TokenStatus.OK;
    };
  }

  /** The first that is met; else the most telling of their failures. */
  private TokenStatus any(List<JwtRequirement> requirements, int depth) {
    boolean mayFail = false;
    boolean mayMiss = false;
    TokenStatus worst = TokenStatus.MISSING;
    boolean asked = false;
    for (JwtRequirement one : requirements) {
      if (one.hasAllowMissingOrFailed()) {
        mayFail = true;
      } else if (one.hasAllowMissing()) {
        mayMiss = true;
      } else {
        asked = true;
        TokenStatus status = verify(one, depth + 1);
        if (status == TokenStatus.OK) {
          return status;
        }
        worst = status.isOfToken() || worst == TokenStatus.MISSING ? status : worst;
      }
    }
    if (!asked && mayMiss && !mayFail) {
      worst = ofAll(true);
    }
    return mayFail || (mayMiss && worst == TokenStatus.MISSING) ? TokenStatus.OK : worst;
  }

  private TokenStatus all(List<JwtRequirement> requirements, int depth) {
    for (JwtRequirement one : requirements) {
      TokenStatus status = verify(one, depth + 1);
      if (status != TokenStatus.OK) {
        return status;
      }
    }
    return TokenStatus.OK;
  }

  private TokenStatus ofProvider(String name, List<String> audiences) {
    JwtProvider provider = providers.get(name);
    return provider == null
        ? TokenStatus.VERIFICATION_FAILS // Envoy rejects such a filter.
        : authenticate(ImmutableList.of(provider), name, audiences, false);
  }

  @CanIgnoreReturnValue
  private TokenStatus ofAll(boolean mayMiss) {
    return authenticate(providers.values().asList(), "", ImmutableList.of(), mayMiss);
  }

  /**
   * All tokens where these providers look, the last place first; one that is wrong decides, unless
   * a token may be missing: then the last does.
   */
  private TokenStatus authenticate(
      List<JwtProvider> looking, String name, List<String> audiences, boolean mayMiss) {
    for (JwtProvider provider : looking) {
      request = TokenOutput.withoutOutput(provider, request);
    }
    TokenPlaces places = TokenPlaces.of(looking);
    List<TokenPlaces.Found> tokens = new ArrayList<>(places.find(request));
    supposed
        .filter(token -> isSeenBy(looking, token))
        .ifPresent(token -> tokens.add(0, supposed(looking)));
    if (tokens.isEmpty()) {
      attempts.add(new Attempt(name, places.print(), TokenStatus.MISSING, Optional.empty()));
      return TokenStatus.MISSING;
    }
    TokenStatus status = TokenStatus.MISSING;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      status = authenticate(tokens.get(i), name, audiences);
      if (status != TokenStatus.OK && !mayMiss) {
        return status;
      }
    }
    return status;
  }

  /** A supposed token is where its issuer is looked for; nobody's is where everybody looks. */
  private boolean isSeenBy(List<JwtProvider> looking, Token token) {
    return looking.stream().anyMatch(provider -> isOf(provider, token))
        || providers.values().stream().noneMatch(provider -> isOf(provider, token));
  }

  private static boolean isOf(JwtProvider provider, Token token) {
    return provider.getIssuer().isEmpty() || provider.getIssuer().equals(token.issuer());
  }

  private static TokenPlaces.Found supposed(List<JwtProvider> looking) {
    ImmutableSet.Builder<String> issuers = ImmutableSet.builder();
    looking.forEach(provider -> issuers.add(provider.getIssuer()));
    return new TokenPlaces.Found("", "", issuers.build(), from -> from);
  }

  private TokenStatus authenticate(TokenPlaces.Found place, String name, List<String> audiences) {
    boolean isSupposed = place.where().isEmpty();
    Token.Reading reading =
        isSupposed ? new Token.Reading(TokenStatus.OK, supposed) : Token.read(place.text());
    TokenStatus status = reading.status();
    if (reading.token().isPresent()) {
      Token token = reading.token().get();
      Optional<String> provider =
          place.isOf(token.issuer())
              ? (name.isEmpty() ? providerOf(token.issuer()) : Optional.of(name))
              : Optional.empty();
      status =
          provider.isEmpty()
              ? TokenStatus.UNKNOWN_ISSUER
              : check.status(token, provider.get(), get(provider.get()), audiences);
      if (status == TokenStatus.OK) {
        accept(token, get(provider.orElseThrow()), place);
      }
    }
    attempts.add(
        new Attempt(
            name, isSupposed ? "claims of the call" : place.where(), status, reading.token()));
    return status;
  }

  private JwtProvider get(String name) {
    JwtProvider provider = providers.get(name);
    return provider == null ? JwtProvider.getDefaultInstance() : provider;
  }

  /** The first provider of an issuer, else the first for everybody. */
  private Optional<String> providerOf(String issuer) {
    return providers.keySet().stream()
        .filter(name -> get(name).getIssuer().equals(issuer))
        .findFirst()
        .or(
            () ->
                providers.keySet().stream()
                    .filter(name -> get(name).getIssuer().isEmpty())
                    .findFirst());
  }

  private void accept(Token token, JwtProvider provider, TokenPlaces.Found place) {
    HttpRequest withPayload = TokenOutput.withPayload(provider, token, request);
    HttpRequest withClaims = TokenOutput.withClaims(provider, token, withPayload);
    String key = provider.getPayloadInMetadata();
    boolean changes = !withClaims.equals(withPayload) || !key.isEmpty();
    reroutes = reroutes || (provider.getClearRouteCache() && changes);
    request = provider.getForward() ? withClaims : place.removal().apply(withClaims);
    if (!key.isEmpty()) {
      found.putFields(
          key,
          Value.newBuilder()
              .setStructValue(TokenOutput.normalized(provider, token.claims()))
              .build());
    }
  }
}
