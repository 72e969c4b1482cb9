// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Limits of TLS connections (Istio reference: MeshConfig.TLSConfig). */
@AutoValue
public abstract class MeshTls {
  MeshTls() {}

  /** Lowest version accepted. Unset: TLS_AUTO, in effect TLS 1.2. */
  public abstract MeshTlsVersion minProtocolVersion();

  /**
   * Elliptic curves for the key exchange; not used for mutual TLS of the mesh. Empty: those of
   * Envoy.
   */
  public abstract ImmutableList<String> ecdhCurves();

  /**
   * Cipher suites up to TLS 1.2. Empty: six standard suites for mutual TLS of the mesh, else those
   * of Envoy.
   */
  public abstract ImmutableList<String> cipherSuites();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MeshTls.Builder()
        .minProtocolVersion(MeshTlsVersion.TLS_AUTO)
        .ecdhCurves(ImmutableList.of())
        .cipherSuites(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MeshTls}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshTls#minProtocolVersion()}. */
    public abstract Builder minProtocolVersion(MeshTlsVersion minProtocolVersion);

    /** See {@link MeshTls#ecdhCurves()}. */
    public abstract Builder ecdhCurves(List<String> ecdhCurves);

    /** See {@link MeshTls#ecdhCurves()}. */
    public abstract Builder ecdhCurves(String... ecdhCurves);

    /** See {@link MeshTls#cipherSuites()}. */
    public abstract Builder cipherSuites(List<String> cipherSuites);

    /** See {@link MeshTls#cipherSuites()}. */
    public abstract Builder cipherSuites(String... cipherSuites);

    /** Builds the value. */
    public abstract MeshTls build();
  }
}
