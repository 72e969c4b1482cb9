// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.internal.validation.Reported;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gateways, each with what is reported. */
class GatewayValidatorTest {
  private static Gateway gateway(GatewayServer.Builder... servers) {
    return Gateway.builder()
        .metadata(ObjectMeta.of("shop", "edge"))
        .servers(Stream.of(servers).map(GatewayServer.Builder::build).toList())
        .build();
  }

  private static GatewayServer.Builder http() {
    return GatewayServer.builder().port(port(80, "HTTP")).hosts("shop.example.com");
  }

  private static GatewayServer.Builder https(ServerTls.Builder tls) {
    return http().port(port(443, "HTTPS")).tls(tls.build());
  }

  private static GatewayPort port(int number, String protocol) {
    return GatewayPort.builder()
        .number(number)
        .name("web")
        .protocol(Protocol.parse(protocol))
        .build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(gateway(http()), List.of()),
        arguments(gateway(), List.of("spec: missing-field")),
        arguments(
            gateway(http(), http()), List.of("spec.servers[1].port.name: conflicting-fields")),
        arguments(gateway(http().hosts()), List.of("spec.servers[0]: missing-field")),
        arguments(gateway(http().hosts("shop/*.example.com", "./a.example.com", "*")), List.of()),
        arguments(
            gateway(http().hosts("*/localhost")),
            List.of("spec.servers[0].hosts[0]: invalid-value")),
        arguments(
            gateway(http().port(port(0, "HTTP"))),
            List.of("spec.servers[0].port.number: invalid-value")),
        arguments(gateway(http().bind("unix:///run/socket").port(port(0, "HTTP"))), List.of()),
        arguments(
            gateway(http().bind("localhost")), List.of("spec.servers[0].bind: invalid-value")),
        arguments(
            gateway(https(ServerTls.builder().mode(TlsMode.SIMPLE).credentialName("cert"))),
            List.of()),
        arguments(
            gateway(https(ServerTls.builder().mode(TlsMode.SIMPLE))),
            List.of("spec.servers[0].tls: missing-field", "spec.servers[0].tls: missing-field")),
        arguments(
            gateway(
                https(
                    ServerTls.builder()
                        .mode(TlsMode.MUTUAL)
                        .serverCertificate("/c")
                        .privateKey("/k"))),
            List.of("spec.servers[0].tls: missing-field")),
        arguments(
            gateway(https(ServerTls.builder().mode(TlsMode.ISTIO_MUTUAL).credentialName("cert"))),
            List.of("spec.servers[0].tls: conflicting-fields")),
        arguments(
            gateway(https(ServerTls.builder().mode(TlsMode.SIMPLE).credentialNames("a", "b", "c"))),
            List.of("spec.servers[0].tls.credentialNames: invalid-value")),
        arguments(
            gateway(http().port(port(443, "HTTPS"))), List.of("spec.servers[0]: missing-field")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(Gateway gateway, List<String> expected) {
    assertThat(Reported.by(at -> GatewayValidator.validate(gateway, at))).isEqualTo(expected);
  }
}
