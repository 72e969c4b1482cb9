// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Changes parts of a request before it is forwarded. Istio reference: HTTPRewrite. At least one
 * part must be given.
 */
@AutoValue
public abstract class Rewrite {
  Rewrite() {}

  /**
   * Text that takes the place of the matched prefix, or of the whole path after an exact match; not
   * together with uriRegexRewrite. Absent: the path stays.
   */
  public abstract Optional<String> uri();

  /**
   * Host that replaces the authority; takes precedence over one that headers set. Absent: the
   * authority stays unless headers set it.
   */
  public abstract Optional<String> authority();

  /**
   * Change of the path by a regular expression; takes precedence over uri. Absent: no such change.
   */
  public abstract Optional<RegexRewrite> uriRegexRewrite();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Rewrite.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Rewrite}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Rewrite#uri()}. */
    public abstract Builder uri(String uri);

    /** See {@link Rewrite#uri()}; empty clears it. */
    public abstract Builder uri(Optional<String> uri);

    /** See {@link Rewrite#authority()}. */
    public abstract Builder authority(String authority);

    /** See {@link Rewrite#authority()}; empty clears it. */
    public abstract Builder authority(Optional<String> authority);

    /** See {@link Rewrite#uriRegexRewrite()}. */
    public abstract Builder uriRegexRewrite(RegexRewrite uriRegexRewrite);

    /** See {@link Rewrite#uriRegexRewrite()}; empty clears it. */
    public abstract Builder uriRegexRewrite(Optional<RegexRewrite> uriRegexRewrite);

    /** Builds the value. */
    public abstract Rewrite build();
  }
}
