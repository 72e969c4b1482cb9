// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a Kubernetes Secret as Envoy's: {@code cert}, {@code key}, {@code cacert} and {@code
 * crl} of a generic one count before {@code tls.crt}, {@code tls.key}, {@code ca.crt} and {@code
 * ca.crl}. Source: {@code ExtractCertInfo} and {@code ExtractRoot} of istiod.
 *
 * @param data as the API server has it, Base64
 */
record TlsSecret(Map<String, String> data) {
  /** The certificate and its key; empty: there is none. */
  Optional<Secret> certificate(String name) {
    return certificate(name, "cert", "key", "")
        .or(() -> certificate(name, "tls.crt", "tls.key", "tls.ocsp-staple"));
  }

  private Optional<Secret> certificate(String name, String chain, String key, String staple) {
    DataSource chainData = value(chain);
    DataSource keyData = value(key);
    if (chainData == null || keyData == null) {
      return Optional.empty();
    }
    TlsCertificate.Builder certificate =
        TlsCertificate.newBuilder().setCertificateChain(chainData).setPrivateKey(keyData);
    DataSource stapleData = value(staple);
    if (stapleData != null) {
      certificate.setOcspStaple(stapleData);
    }
    return Optional.of(Secret.newBuilder().setName(name).setTlsCertificate(certificate).build());
  }

  /** The authorities; empty: there are none. */
  Optional<Secret> authorities(String name) {
    return authorities(name, "cacert", "crl").or(() -> authorities(name, "ca.crt", "ca.crl"));
  }

  private Optional<Secret> authorities(String name, String authorities, String revoked) {
    DataSource trusted = value(authorities);
    if (trusted == null) {
      return Optional.empty();
    }
    CertificateValidationContext.Builder context =
        CertificateValidationContext.newBuilder().setTrustedCa(trusted);
    DataSource revokedData = value(revoked);
    if (revokedData != null) {
      context.setCrl(revokedData);
    }
    return Optional.of(Secret.newBuilder().setName(name).setValidationContext(context).build());
  }

  private @Nullable DataSource value(String key) {
    String value = data.get(key);
    if (value == null || value.isEmpty()) {
      return null;
    }
    return DataSource.newBuilder()
        .setInlineBytes(ByteString.copyFrom(Base64.getDecoder().decode(value)))
        .build();
  }

  /** Never shows what is in it. */
  @Override
  public String toString() {
    return "TlsSecret of " + data.keySet();
  }
}
