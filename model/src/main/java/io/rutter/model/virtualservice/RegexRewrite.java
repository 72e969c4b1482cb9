// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Replaces what a regular expression matches in the path. Istio reference: RegexRewrite. Both parts
 * are needed.
 */
@AutoValue
public abstract class RegexRewrite {
  RegexRewrite() {}

  /**
   * RE2 expression for the part of the path to replace, at most 1024 characters. Absent: invalid.
   */
  public abstract Optional<String> match();

  /**
   * Replacement, in which a backslash and a number mean a capture group. Absent: invalid, so a
   * match cannot be replaced by nothing.
   */
  public abstract Optional<String> rewrite();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RegexRewrite.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RegexRewrite}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RegexRewrite#match()}. */
    public abstract Builder match(String match);

    /** See {@link RegexRewrite#match()}; empty clears it. */
    public abstract Builder match(Optional<String> match);

    /** See {@link RegexRewrite#rewrite()}. */
    public abstract Builder rewrite(String rewrite);

    /** See {@link RegexRewrite#rewrite()}; empty clears it. */
    public abstract Builder rewrite(Optional<String> rewrite);

    /** Builds the value. */
    public abstract RegexRewrite build();
  }
}
