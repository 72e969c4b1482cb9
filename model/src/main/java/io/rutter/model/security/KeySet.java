// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import io.rutter.model.ObjectMeta;
import java.util.Optional;

/**
 * Keys that tokens are checked with, as data: the document {@code rutter.io/v1 KeySet}. Nothing is
 * fetched by Rutter; for a rule that says where its keys are, or only who issues its tokens,
 * whoever embeds it fetches them and puts them here.
 */
@AutoValue
public abstract class KeySet {
  KeySet() {}

  /** Name and namespace, which only tell key sets apart. */
  public abstract ObjectMeta metadata();

  /**
   * Where the keys were fetched from: the {@code jwksUri} of the rules that they are for, as it is
   * written there. Absent: they are for rules without {@code jwksUri} of the issuer.
   */
  public abstract Optional<String> uri();

  /**
   * The issuer that has published them (OpenID Connect Discovery). Exactly one of this and {@code
   * uri}.
   */
  public abstract Optional<String> issuer();

  /** The keys: a JWK set (RFC 7517), which reaches Envoy as it is. Required. */
  public abstract String jwks();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_KeySet.Builder().jwks("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link KeySet}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link KeySet#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link KeySet#uri()}. */
    public abstract Builder uri(String uri);

    /** See {@link KeySet#uri()}; empty clears it. */
    public abstract Builder uri(Optional<String> uri);

    /** See {@link KeySet#issuer()}. */
    public abstract Builder issuer(String issuer);

    /** See {@link KeySet#issuer()}; empty clears it. */
    public abstract Builder issuer(Optional<String> issuer);

    /** See {@link KeySet#jwks()}. */
    public abstract Builder jwks(String jwks);

    /** Builds the value. */
    public abstract KeySet build();
  }
}
