// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * TLS settings of connections to a service. Istio reference: ClientTLSSettings. Given at all, even
 * with DISABLE, it turns automatic mutual TLS off for the service.
 */
@AutoValue
public abstract class ClientTls {
  ClientTls() {}

  /** Whether and how TLS is used. Absent: plain text. */
  public abstract ClientTlsMode mode();

  /**
   * File of the client certificate, required for MUTUAL without credentialName. Absent: no client
   * certificate from a file.
   */
  public abstract Optional<String> clientCertificate();

  /**
   * File of the client certificate's key, required for MUTUAL without credentialName. Absent: no
   * key from a file.
   */
  public abstract Optional<String> privateKey();

  /**
   * File of the authorities that the server's certificate is checked against; {@code system} means
   * those of the operating system. Absent: those of credentialName, else those of the operating
   * system.
   */
  public abstract Optional<String> caCertificates();

  /**
   * Secret that holds the certificates, instead of files; on a sidecar it only works in a rule with
   * a workloadSelector or for a config map, and else connections are plain text. Absent: the files
   * are used.
   */
  public abstract Optional<String> credentialName();

  /**
   * Names, one of which the server's certificate must bear. Empty: the ServiceEntry's names or the
   * service accounts, else Envoy checks against the requested host.
   */
  public abstract ImmutableList<String> subjectAltNames();

  /**
   * Server name to ask for in the handshake. Absent: taken from the requested host for SIMPLE and
   * MUTUAL, made from the cluster for ISTIO_MUTUAL.
   */
  public abstract Optional<String> sni();

  /**
   * Whether the server's certificate is accepted unchecked; not allowed together with
   * caCertificates or subjectAltNames. Absent: false.
   */
  public abstract Optional<Boolean> insecureSkipVerify();

  /**
   * File of revoked certificates; not allowed together with credentialName, whose secret can hold
   * the list itself. Absent: revocation is not checked.
   */
  public abstract Optional<String> caCrl();

  /** A mode with no more settings; enough for all but {@link ClientTlsMode#MUTUAL}. */
  public static ClientTls of(ClientTlsMode mode) {
    return builder().mode(mode).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ClientTls.Builder()
        .mode(ClientTlsMode.DISABLE)
        .subjectAltNames(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ClientTls}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ClientTls#mode()}. */
    public abstract Builder mode(ClientTlsMode mode);

    /** See {@link ClientTls#clientCertificate()}. */
    public abstract Builder clientCertificate(String clientCertificate);

    /** See {@link ClientTls#clientCertificate()}; empty clears it. */
    public abstract Builder clientCertificate(Optional<String> clientCertificate);

    /** See {@link ClientTls#privateKey()}. */
    public abstract Builder privateKey(String privateKey);

    /** See {@link ClientTls#privateKey()}; empty clears it. */
    public abstract Builder privateKey(Optional<String> privateKey);

    /** See {@link ClientTls#caCertificates()}. */
    public abstract Builder caCertificates(String caCertificates);

    /** See {@link ClientTls#caCertificates()}; empty clears it. */
    public abstract Builder caCertificates(Optional<String> caCertificates);

    /** See {@link ClientTls#credentialName()}. */
    public abstract Builder credentialName(String credentialName);

    /** See {@link ClientTls#credentialName()}; empty clears it. */
    public abstract Builder credentialName(Optional<String> credentialName);

    /** See {@link ClientTls#subjectAltNames()}. */
    public abstract Builder subjectAltNames(List<String> subjectAltNames);

    /** See {@link ClientTls#subjectAltNames()}. */
    public abstract Builder subjectAltNames(String... subjectAltNames);

    /** See {@link ClientTls#sni()}. */
    public abstract Builder sni(String sni);

    /** See {@link ClientTls#sni()}; empty clears it. */
    public abstract Builder sni(Optional<String> sni);

    /** See {@link ClientTls#insecureSkipVerify()}. */
    public abstract Builder insecureSkipVerify(boolean insecureSkipVerify);

    /** See {@link ClientTls#insecureSkipVerify()}; empty clears it. */
    public abstract Builder insecureSkipVerify(Optional<Boolean> insecureSkipVerify);

    /** See {@link ClientTls#caCrl()}. */
    public abstract Builder caCrl(String caCrl);

    /** See {@link ClientTls#caCrl()}; empty clears it. */
    public abstract Builder caCrl(Optional<String> caCrl);

    /** Builds the value. */
    public abstract ClientTls build();
  }
}
