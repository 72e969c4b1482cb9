// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers a request with a redirect. Istio reference: HTTPRedirect. At least one part must be
 * given.
 */
@AutoValue
public abstract class Redirect {
  Redirect() {}

  /**
   * Path that replaces the whole path, however it was matched; not together with prefixRewrite.
   * Absent: the path stays.
   */
  public abstract Optional<String> uri();

  /** Host that replaces the authority. Absent: the authority stays. */
  public abstract Optional<String> authority();

  /** Port that the redirect points to. Absent: Envoy keeps the port of the authority. */
  public abstract Optional<RedirectPort> redirectPort();

  /** Scheme of the new address, {@code http} or {@code https}. Absent: the scheme stays. */
  public abstract Optional<String> scheme();

  /**
   * Status of the response: 301, 302, 303, 307 or 308; other 3xx codes have no Envoy equivalent.
   * Absent or 0: 301.
   */
  public abstract OptionalLong redirectCode();

  /**
   * Text that takes the place of the matched path prefix; needs a prefix match and not allowed
   * together with uri. Absent: the path stays.
   */
  public abstract Optional<String> prefixRewrite();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Redirect.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Redirect}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Redirect#uri()}. */
    public abstract Builder uri(String uri);

    /** See {@link Redirect#uri()}; empty clears it. */
    public abstract Builder uri(Optional<String> uri);

    /** See {@link Redirect#authority()}. */
    public abstract Builder authority(String authority);

    /** See {@link Redirect#authority()}; empty clears it. */
    public abstract Builder authority(Optional<String> authority);

    /** See {@link Redirect#redirectPort()}. */
    public abstract Builder redirectPort(RedirectPort redirectPort);

    /** See {@link Redirect#redirectPort()}; empty clears it. */
    public abstract Builder redirectPort(Optional<RedirectPort> redirectPort);

    /** See {@link Redirect#scheme()}. */
    public abstract Builder scheme(String scheme);

    /** See {@link Redirect#scheme()}; empty clears it. */
    public abstract Builder scheme(Optional<String> scheme);

    /** See {@link Redirect#redirectCode()}. */
    public abstract Builder redirectCode(long redirectCode);

    /** See {@link Redirect#redirectCode()}; empty clears it. */
    public abstract Builder redirectCode(OptionalLong redirectCode);

    /** See {@link Redirect#prefixRewrite()}. */
    public abstract Builder prefixRewrite(String prefixRewrite);

    /** See {@link Redirect#prefixRewrite()}; empty clears it. */
    public abstract Builder prefixRewrite(Optional<String> prefixRewrite);

    /** Builds the value. */
    public abstract Redirect build();
  }
}
