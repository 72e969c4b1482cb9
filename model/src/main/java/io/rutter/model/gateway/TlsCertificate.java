// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A certificate and its key from files (Istio reference: ServerTLSSettings.TLSCertificate). */
@AutoValue
public abstract class TlsCertificate {
  TlsCertificate() {}

  /** File with the certificate chain. Absent: the entry is incomplete, which is an error. */
  public abstract Optional<String> serverCertificate();

  /** File with the private key. Absent: the entry is incomplete, which is an error. */
  public abstract Optional<String> privateKey();

  /**
   * File with client authorities; has no effect here, the field of the enclosing settings counts.
   * Absent: no effect.
   */
  public abstract Optional<String> caCertificates();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TlsCertificate.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TlsCertificate}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TlsCertificate#serverCertificate()}. */
    public abstract Builder serverCertificate(String serverCertificate);

    /** See {@link TlsCertificate#serverCertificate()}; empty clears it. */
    public abstract Builder serverCertificate(Optional<String> serverCertificate);

    /** See {@link TlsCertificate#privateKey()}. */
    public abstract Builder privateKey(String privateKey);

    /** See {@link TlsCertificate#privateKey()}; empty clears it. */
    public abstract Builder privateKey(Optional<String> privateKey);

    /** See {@link TlsCertificate#caCertificates()}. */
    public abstract Builder caCertificates(String caCertificates);

    /** See {@link TlsCertificate#caCertificates()}; empty clears it. */
    public abstract Builder caCertificates(Optional<String> caCertificates);

    /** Builds the value. */
    public abstract TlsCertificate build();
  }
}
