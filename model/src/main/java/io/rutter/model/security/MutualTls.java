// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;

/** A mutual TLS setting (Istio reference: PeerAuthentication.MutualTLS). */
@AutoValue
public abstract class MutualTls {
  MutualTls() {}

  /** Whether mutual TLS is refused, accepted or required. Unset: UNSET, inherited. */
  public abstract MutualTlsMode mode();

  /** That mode. */
  public static MutualTls of(MutualTlsMode mode) {
    return builder().mode(mode).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MutualTls.Builder().mode(MutualTlsMode.UNSET);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MutualTls}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MutualTls#mode()}. */
    public abstract Builder mode(MutualTlsMode mode);

    /** Builds the value. */
    public abstract MutualTls build();
  }
}
