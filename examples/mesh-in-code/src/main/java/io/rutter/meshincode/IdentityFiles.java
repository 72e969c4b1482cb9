// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.rutter.javacontrolplane.SecretSource;
import java.util.Optional;

/**
 * The identity of a workload, and whom it trusts: files of a folder on Envoy's host, which Envoy
 * reads itself.
 */
public record IdentityFiles(String folder) implements SecretSource {
  @Override
  public Optional<Secret> named(String name) {
    Secret.Builder secret = Secret.newBuilder().setName(name);
    return switch (name) {
      case "default" -> Optional.of(secret.setTlsCertificate(identity()).build());
      case "ROOTCA" -> Optional.of(secret.setValidationContext(authorities()).build());
      default -> Optional.empty();
    };
  }

  private TlsCertificate identity() {
    return TlsCertificate.newBuilder()
        .setCertificateChain(file("tls.crt"))
        .setPrivateKey(file("tls.key"))
        .build();
  }

  private CertificateValidationContext authorities() {
    return CertificateValidationContext.newBuilder().setTrustedCa(file("ca.crt")).build();
  }

  private DataSource file(String name) {
    return DataSource.newBuilder().setFilename(folder + "/" + name).build();
  }
}
