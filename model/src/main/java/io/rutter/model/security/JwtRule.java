// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tokens of one issuer, and how they are checked (Istio reference: JWTRule). */
@AutoValue
public abstract class JwtRule {
  JwtRule() {}

  /** The issuer, {@code iss}, that a token must name. Empty: any, which needs a {@code jwksUri}. */
  public abstract String issuer();

  /** Audiences, {@code aud}, of which a token must name one. Empty: any. */
  public abstract ImmutableList<String> audiences();

  /**
   * Where the keys are, {@code http} or {@code https}. Absent: they are in {@code jwks}, or where
   * the issuer says.
   */
  public abstract Optional<String> jwksUri();

  /**
   * The keys, as JSON: a JWK set or a single key (RFC 7517). Absent: they are at {@code jwksUri}.
   */
  public abstract Optional<String> jwks();

  /**
   * Headers in which the token is looked for. Without any of these three lists: in {@code
   * Authorization} behind {@code Bearer}, and in the parameter {@code access_token}.
   */
  public abstract ImmutableList<JwtHeader> fromHeaders();

  /** Parameters of the query in which the token is looked for. Empty: see {@code fromHeaders}. */
  public abstract ImmutableList<String> fromParams();

  /** Cookies in which the token is looked for. Empty: see {@code fromHeaders}. */
  public abstract ImmutableList<String> fromCookies();

  /**
   * The header in which the workload gets the payload of a good token, in base64url. Absent: none.
   */
  public abstract Optional<String> outputPayloadToHeader();

  /**
   * Whether the workload gets the token as well. Default: false, it is taken out of the request.
   */
  public abstract boolean forwardOriginalToken();

  /** Headers in which the workload gets claims of a good token. Empty: none. */
  public abstract ImmutableList<ClaimToHeader> outputClaimToHeaders();

  /** How long fetching of keys may take: whole milliseconds, at least 1ms. Absent: 5s. */
  public abstract Optional<Duration> timeout();

  /**
   * Claims whose text is a list with spaces, beside {@code scope} and {@code permission}, which
   * always are. Empty: only these.
   */
  public abstract ImmutableList<String> spaceDelimitedClaims();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_JwtRule.Builder()
        .issuer("")
        .audiences(ImmutableList.of())
        .fromHeaders(ImmutableList.of())
        .fromParams(ImmutableList.of())
        .fromCookies(ImmutableList.of())
        .forwardOriginalToken(false)
        .outputClaimToHeaders(ImmutableList.of())
        .spaceDelimitedClaims(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link JwtRule}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link JwtRule#issuer()}. */
    public abstract Builder issuer(String issuer);

    /** See {@link JwtRule#audiences()}. */
    public abstract Builder audiences(List<String> audiences);

    /** See {@link JwtRule#audiences()}. */
    public abstract Builder audiences(String... audiences);

    /** See {@link JwtRule#jwksUri()}. */
    public abstract Builder jwksUri(String jwksUri);

    /** See {@link JwtRule#jwksUri()}; empty clears it. */
    public abstract Builder jwksUri(Optional<String> jwksUri);

    /** See {@link JwtRule#jwks()}. */
    public abstract Builder jwks(String jwks);

    /** See {@link JwtRule#jwks()}; empty clears it. */
    public abstract Builder jwks(Optional<String> jwks);

    /** See {@link JwtRule#fromHeaders()}. */
    public abstract Builder fromHeaders(List<JwtHeader> fromHeaders);

    /** See {@link JwtRule#fromHeaders()}. */
    public abstract Builder fromHeaders(JwtHeader... fromHeaders);

    /** See {@link JwtRule#fromParams()}. */
    public abstract Builder fromParams(List<String> fromParams);

    /** See {@link JwtRule#fromParams()}. */
    public abstract Builder fromParams(String... fromParams);

    /** See {@link JwtRule#fromCookies()}. */
    public abstract Builder fromCookies(List<String> fromCookies);

    /** See {@link JwtRule#fromCookies()}. */
    public abstract Builder fromCookies(String... fromCookies);

    /** See {@link JwtRule#outputPayloadToHeader()}. */
    public abstract Builder outputPayloadToHeader(String outputPayloadToHeader);

    /** See {@link JwtRule#outputPayloadToHeader()}; empty clears it. */
    public abstract Builder outputPayloadToHeader(Optional<String> outputPayloadToHeader);

    /** See {@link JwtRule#forwardOriginalToken()}. */
    public abstract Builder forwardOriginalToken(boolean forwardOriginalToken);

    /** See {@link JwtRule#outputClaimToHeaders()}. */
    public abstract Builder outputClaimToHeaders(List<ClaimToHeader> outputClaimToHeaders);

    /** See {@link JwtRule#outputClaimToHeaders()}. */
    public abstract Builder outputClaimToHeaders(ClaimToHeader... outputClaimToHeaders);

    /** See {@link JwtRule#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link JwtRule#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link JwtRule#spaceDelimitedClaims()}. */
    public abstract Builder spaceDelimitedClaims(List<String> spaceDelimitedClaims);

    /** See {@link JwtRule#spaceDelimitedClaims()}. */
    public abstract Builder spaceDelimitedClaims(String... spaceDelimitedClaims);

    /** Builds the value. */
    public abstract JwtRule build();
  }
}
