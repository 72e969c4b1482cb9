// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.ProtoYaml;
import io.rutter.translator.output.XdsAddress;
import io.rutter.translator.output.XdsTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bootstrap} prints, and that a real Envoy takes every form of it. */
class BootstrapTest {
  @TempDir private Path home;

  private String print(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, UTF_8);
    assertThat(ControlPlaneCommand.run(args, printed, System.err)).isZero();
    return out.toString(UTF_8);
  }

  private void assertAccepted(String bootstrap) throws IOException, InterruptedException {
    assertThat(EnvoyProcess.validate(bootstrap, home)).isEmpty();
  }

  @Test
  void theCommandPrintsIt() throws Exception {
    EnvoyProcess.require();
    String text = print("bootstrap", "edge.e2e", "--host", "plane.test", "--delta");
    assertThat(text)
        .contains("id: edge.e2e\n", "address: plane.test\n", "portValue: 15010\n", "DELTA_GRPC");
    assertAccepted(text);
  }

  @Test
  void filesOfTlsMayHaveAnyName() throws Exception {
    EnvoyProcess.require();
    Path folder = home.resolve("a \"b\": {c} #d 'é");
    TestCertificate.of("plane.test", home).writeTo(folder);
    String text =
        print(
            "bootstrap",
            "edge.e2e",
            "--tls-ca",
            folder.resolve("tls.crt").toString(),
            "--tls-cert",
            folder.resolve("tls.crt").toString(),
            "--tls-key",
            folder.resolve("tls.key").toString(),
            "--server-name",
            "plane.test");
    assertThat(text).contains("sni: plane.test\n", "sanType: DNS\n");
    assertAccepted(text);
  }

  @Test
  void allThatABuilderCanSayIsAccepted() throws Exception {
    EnvoyProcess.require();
    TestCertificate.of("plane.test", home).writeTo(home);
    XdsTls tls = XdsTls.of(home.resolve("tls.crt").toString());
    XdsTls mutual = tls.withCertificate(tls.authorities(), home.resolve("tls.key").toString());
    Proxy proxy =
        Proxy.of("shop", "edge-7f.0", "10.0.0.1", "2001:db8::1").toBuilder()
            .type(ProxyType.GATEWAY)
            .labels(Map.of("app", "edge"))
            .annotations(Map.of("a", "\"é😀\u2028: {x}"))
            .metadata(Map.of("A", 1, "B", List.of(true, Map.of("c", "d"))))
            .build();
    for (XdsAddress address :
        List.of(
            XdsAddress.of("10.0.0.1", 1),
            XdsAddress.of("2001:db8::1", 65_535),
            XdsAddress.of("plane.example.org", 15_010),
            XdsAddress.ofSocket("/" + "a".repeat(106)),
            XdsAddress.ofSocket("@abstract"))) {
      for (XdsTls each : List.of(tls, mutual, mutual.withServerName("10.0.0.1"))) {
        Bootstrap bootstrap =
            DynamicBootstrap.builder(proxy, address)
                .tls(each)
                .secretsFrom(XdsAddress.of("127.0.0.1", 15_012))
                .delta(true)
                .adminPort(9_901)
                .build();
        assertAccepted(ProtoYaml.print(bootstrap));
      }
      assertAccepted(ProtoYaml.print(DynamicBootstrap.of(proxy, address)));
    }
  }
}
