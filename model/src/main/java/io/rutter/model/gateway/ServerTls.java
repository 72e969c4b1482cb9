// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * TLS settings of a listener, for gateway servers and for sidecar ingress (Istio reference:
 * ServerTLSSettings). At most one source of certificates may be named.
 */
@AutoValue
public abstract class ServerTls {
  ServerTls() {}

  /**
   * Whether plain HTTP requests are answered with a redirect to HTTPS; meant for HTTP servers.
   * Default: false, no redirect.
   */
  public abstract boolean httpsRedirect();

  /** Whether and how TLS is terminated. Unset: PASSTHROUGH. */
  public abstract TlsMode mode();

  /**
   * File with the server certificate chain. Absent: the certificate must come from another source
   * when TLS is terminated.
   */
  public abstract Optional<String> serverCertificate();

  /**
   * File with the private key of the server certificate. Absent: the key must come from another
   * source when TLS is terminated.
   */
  public abstract Optional<String> privateKey();

  /**
   * File with the authorities that client certificates are checked against; required with file
   * certificates in the MUTUAL modes. Absent: no file of authorities.
   */
  public abstract Optional<String> caCertificates();

  /**
   * File with revoked client certificates; not allowed with SIMPLE, not used with credentials.
   * Absent: no revocation check.
   */
  public abstract Optional<String> caCrl();

  /**
   * Name of the secret with certificate and key; its {@code -cacert} sibling holds the client
   * authorities. Absent: files or {@code credentialNames} are used.
   */
  public abstract Optional<String> credentialName();

  /**
   * One or two secret names, for instance an RSA and an ECDSA certificate; wins over {@code
   * credentialName}. Empty: {@code credentialName} counts.
   */
  public abstract ImmutableList<String> credentialNames();

  /**
   * Name of the secret or config map with the client authorities, used exactly as written. Absent:
   * the credential name with {@code -cacert} appended.
   */
  public abstract Optional<String> caCertCredentialName();

  /**
   * One or two certificates from files; wins over the single pair. Empty: {@code serverCertificate}
   * and {@code privateKey} count.
   */
  public abstract ImmutableList<TlsCertificate> tlsCertificates();

  /**
   * Names of which a client certificate must carry one, compared exactly. Empty: any name is
   * accepted.
   */
  public abstract ImmutableList<String> subjectAltNames();

  /**
   * Base64 SHA-256 hashes of accepted client public keys; used only with credentials and client
   * certificates. Empty: no such check.
   */
  public abstract ImmutableList<String> verifyCertificateSpki();

  /**
   * Hexadecimal SHA-256 hashes of accepted client certificates; used only with credentials and
   * client certificates. Empty: no such check.
   */
  public abstract ImmutableList<String> verifyCertificateHash();

  /**
   * Lowest TLS version accepted; ignored with ISTIO_MUTUAL. Unset: TLS_AUTO, which leaves the
   * minimum to Envoy (TLS 1.2) or the mesh {@code tlsDefaults}.
   */
  public abstract TlsVersion minProtocolVersion();

  /**
   * Highest TLS version accepted; ignored with ISTIO_MUTUAL. Unset: TLS_AUTO, which leaves the
   * maximum to Envoy.
   */
  public abstract TlsVersion maxProtocolVersion();

  /**
   * Cipher suites up to TLS 1.2; unknown names are dropped, ignored with ISTIO_MUTUAL. Empty: those
   * of the mesh {@code tlsDefaults}, else of Envoy.
   */
  public abstract ImmutableList<String> cipherSuites();

  /**
   * Elliptic curves for the key exchange; ignored with ISTIO_MUTUAL. Empty: those of the mesh
   * {@code tlsDefaults}, else of Envoy.
   */
  public abstract ImmutableList<String> ecdhCurves();

  /** Whether client certificates are accepted without verification by a CA. Absent: false. */
  public abstract Optional<Boolean> insecureSkipVerify();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServerTls.Builder()
        .httpsRedirect(false)
        .mode(TlsMode.PASSTHROUGH)
        .credentialNames(ImmutableList.of())
        .tlsCertificates(ImmutableList.of())
        .subjectAltNames(ImmutableList.of())
        .verifyCertificateSpki(ImmutableList.of())
        .verifyCertificateHash(ImmutableList.of())
        .minProtocolVersion(TlsVersion.TLS_AUTO)
        .maxProtocolVersion(TlsVersion.TLS_AUTO)
        .cipherSuites(ImmutableList.of())
        .ecdhCurves(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServerTls}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServerTls#httpsRedirect()}. */
    public abstract Builder httpsRedirect(boolean httpsRedirect);

    /** See {@link ServerTls#mode()}. */
    public abstract Builder mode(TlsMode mode);

    /** See {@link ServerTls#serverCertificate()}. */
    public abstract Builder serverCertificate(String serverCertificate);

    /** See {@link ServerTls#serverCertificate()}; empty clears it. */
    public abstract Builder serverCertificate(Optional<String> serverCertificate);

    /** See {@link ServerTls#privateKey()}. */
    public abstract Builder privateKey(String privateKey);

    /** See {@link ServerTls#privateKey()}; empty clears it. */
    public abstract Builder privateKey(Optional<String> privateKey);

    /** See {@link ServerTls#caCertificates()}. */
    public abstract Builder caCertificates(String caCertificates);

    /** See {@link ServerTls#caCertificates()}; empty clears it. */
    public abstract Builder caCertificates(Optional<String> caCertificates);

    /** See {@link ServerTls#caCrl()}. */
    public abstract Builder caCrl(String caCrl);

    /** See {@link ServerTls#caCrl()}; empty clears it. */
    public abstract Builder caCrl(Optional<String> caCrl);

    /** See {@link ServerTls#credentialName()}. */
    public abstract Builder credentialName(String credentialName);

    /** See {@link ServerTls#credentialName()}; empty clears it. */
    public abstract Builder credentialName(Optional<String> credentialName);

    /** See {@link ServerTls#credentialNames()}. */
    public abstract Builder credentialNames(List<String> credentialNames);

    /** See {@link ServerTls#credentialNames()}. */
    public abstract Builder credentialNames(String... credentialNames);

    /** See {@link ServerTls#caCertCredentialName()}. */
    public abstract Builder caCertCredentialName(String caCertCredentialName);

    /** See {@link ServerTls#caCertCredentialName()}; empty clears it. */
    public abstract Builder caCertCredentialName(Optional<String> caCertCredentialName);

    /** See {@link ServerTls#tlsCertificates()}. */
    public abstract Builder tlsCertificates(List<TlsCertificate> tlsCertificates);

    /** See {@link ServerTls#tlsCertificates()}. */
    public abstract Builder tlsCertificates(TlsCertificate... tlsCertificates);

    /** See {@link ServerTls#subjectAltNames()}. */
    public abstract Builder subjectAltNames(List<String> subjectAltNames);

    /** See {@link ServerTls#subjectAltNames()}. */
    public abstract Builder subjectAltNames(String... subjectAltNames);

    /** See {@link ServerTls#verifyCertificateSpki()}. */
    public abstract Builder verifyCertificateSpki(List<String> verifyCertificateSpki);

    /** See {@link ServerTls#verifyCertificateSpki()}. */
    public abstract Builder verifyCertificateSpki(String... verifyCertificateSpki);

    /** See {@link ServerTls#verifyCertificateHash()}. */
    public abstract Builder verifyCertificateHash(List<String> verifyCertificateHash);

    /** See {@link ServerTls#verifyCertificateHash()}. */
    public abstract Builder verifyCertificateHash(String... verifyCertificateHash);

    /** See {@link ServerTls#minProtocolVersion()}. */
    public abstract Builder minProtocolVersion(TlsVersion minProtocolVersion);

    /** See {@link ServerTls#maxProtocolVersion()}. */
    public abstract Builder maxProtocolVersion(TlsVersion maxProtocolVersion);

    /** See {@link ServerTls#cipherSuites()}. */
    public abstract Builder cipherSuites(List<String> cipherSuites);

    /** See {@link ServerTls#cipherSuites()}. */
    public abstract Builder cipherSuites(String... cipherSuites);

    /** See {@link ServerTls#ecdhCurves()}. */
    public abstract Builder ecdhCurves(List<String> ecdhCurves);

    /** See {@link ServerTls#ecdhCurves()}. */
    public abstract Builder ecdhCurves(String... ecdhCurves);

    /** See {@link ServerTls#insecureSkipVerify()}. */
    public abstract Builder insecureSkipVerify(boolean insecureSkipVerify);

    /** See {@link ServerTls#insecureSkipVerify()}; empty clears it. */
    public abstract Builder insecureSkipVerify(Optional<Boolean> insecureSkipVerify);

    /** Builds the value. */
    public abstract ServerTls build();
  }
}
