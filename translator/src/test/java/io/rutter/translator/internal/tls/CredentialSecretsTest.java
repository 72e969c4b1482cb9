// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.Locality;
import io.rutter.model.proxy.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialSecretsTest {
  private static final Proxy PROXY =
      Proxy.builder().name("gateway").locality(Locality.UNKNOWN).build();

  @ParameterizedTest
  @CsvSource({
    "cert, kubernetes://cert",
    "kubernetes://cert, kubernetes://cert",
    "kubernetes-gateway://ns/cert, kubernetes-gateway://ns/cert",
    "configmap://ns/ca, configmap://ns/ca",
    "builtin://x, default",
    "invalid://x, invalid://",
    "sds://cert, kubernetes://cert",
  })
  void asksTheControlPlane(String name, String resource) {
    SdsSecretConfig secret = CredentialSecrets.of(name, PROXY);

    assertThat(secret.getName()).isEqualTo(resource);
    assertThat(secret.getSdsConfig().hasAds()).isTrue();
    assertThat(secret.getSdsConfig().hasInitialFetchTimeout()).isFalse();
  }

  @Test
  void takesBuiltInOnesFromTheAgent() {
    assertThat(CredentialSecrets.of("builtin://", PROXY)).isEqualTo(SdsSecretConfigs.workload());
    assertThat(CredentialSecrets.of("builtin://-cacert", PROXY))
        .isEqualTo(SdsSecretConfigs.meshRoot());
  }

  @Test
  void asksTheSocketOfTheProxy() {
    Proxy withSocket = PROXY.toBuilder().metadata(Map.of("credential", "true")).build();

    SdsSecretConfig secret = CredentialSecrets.of("sds://cert", withSocket);

    assertThat(secret.getName()).isEqualTo("sds://cert");
    assertThat(
            secret
                .getSdsConfig()
                .getApiConfigSource()
                .getGrpcServices(0)
                .getEnvoyGrpc()
                .getClusterName())
        .isEqualTo("sds-external");
  }

  @Test
  void asksTheFileServerOfTheProxy() {
    Proxy withServer = PROXY.toBuilder().metadata(Map.of("file-credential", "true")).build();

    SdsSecretConfig secret = SdsSecretConfigs.certificateFiles("/c.pem", "/k.pem", withServer);

    assertThat(secret.getName()).isEqualTo("file-cert:/c.pem~/k.pem");
    assertThat(
            secret
                .getSdsConfig()
                .getApiConfigSource()
                .getGrpcServices(0)
                .getEnvoyGrpc()
                .getClusterName())
        .isEqualTo("sds-files-grpc");
  }
}
