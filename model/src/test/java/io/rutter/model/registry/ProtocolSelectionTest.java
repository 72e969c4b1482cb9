// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.Protocol;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolSelectionTest {
  @ParameterizedTest
  @CsvSource({
    "80,http,HTTP",
    "80,HTTP2-web,HTTP2",
    "80,grpc-web,GRPC_WEB",
    "80,grpc-Web-x,GRPC_WEB",
    "80,grpc-x,GRPC",
    "80,httpx,UNSUPPORTED",
    "80,'',UNSUPPORTED",
    "3306,'',TCP",
    "3306,http-x,HTTP",
    "27017,mongo,MONGO",
    "443,tls-x,TLS"
  })
  void byName(int port, String name, Protocol expected) {
    assertThat(ProtocolSelection.select(port, name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes.io/h2c,HTTP2",
    "kubernetes.io/ws,HTTP",
    "kubernetes.io/wss,HTTPS",
    "tcp,TCP",
    "unknown,UNSUPPORTED",
    "'',UNSUPPORTED"
  })
  void theApplicationProtocolReplacesTheName(String appProtocol, Protocol expected) {
    assertThat(ProtocolSelection.select(80, "http", Optional.of(appProtocol))).isEqualTo(expected);
  }
}
