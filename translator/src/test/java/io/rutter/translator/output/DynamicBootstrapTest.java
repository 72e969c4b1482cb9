// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.model.Locality;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicBootstrapTest {
  private static final XdsAddress PLANE = XdsAddress.of("127.0.0.1", 18_000);
  private static final Proxy EDGE =
      Proxy.of("shop", "edge", "10.0.0.1").toBuilder()
          .type(ProxyType.GATEWAY)
          .locality(Locality.parse("r/z/s"))
          .labels(Map.of("app", "front"))
          .metadata(Map.of("OWNER", "me", "NAME", "other"))
          .build();

  @Test
  void theNodeIsTheProxy() {
    Bootstrap bootstrap = DynamicBootstrap.of(EDGE, PLANE);

    assertThat(bootstrap.getNode().getId())
        .isEqualTo("router~10.0.0.1~edge.shop~shop.svc.cluster.local");
    assertThat(bootstrap.getNode().getCluster()).isEqualTo("front.shop");
    assertThat(bootstrap.getNode().getLocality().getSubZone()).isEqualTo("s");
    Map<String, Value> metadata = bootstrap.getNode().getMetadata().getFieldsMap();
    assertThat(metadata)
        .containsOnlyKeys("NAME", "NAMESPACE", "CLUSTER_ID", "INSTANCE_IPS", "LABELS", "OWNER");
    assertThat(metadata).containsEntry("NAME", Value.newBuilder().setStringValue("edge").build());
    assertThat(bootstrap.getNode().getMetadata().getFieldsOrThrow("LABELS").toString())
        .contains("\"front\"");
  }

  @Test
  void secretsComeFromTheControlPlaneUnlessToldOtherwise() {
    assertThat(DynamicBootstrap.of(EDGE, PLANE).getStaticResources().getClustersList())
        .allSatisfy(cluster -> assertThat(cluster.toString()).contains("18000"))
        .extracting(Cluster::getName)
        .containsExactly("xds-grpc", "sds-grpc");
    Bootstrap other =
        DynamicBootstrap.builder(EDGE, PLANE)
            .secretsFrom(XdsAddress.ofSocket("/run/agent"))
            .build();
    assertThat(cluster(other, "sds-grpc").toString()).contains("path: \"/run/agent\"");
  }

  @Test
  void tlsIsForHostsOnly() {
    XdsTls tls = XdsTls.of("ca.pem");
    Bootstrap bootstrap =
        DynamicBootstrap.builder(EDGE, PLANE)
            .secretsFrom(XdsAddress.ofSocket("/run/agent"))
            .tls(tls)
            .build();
    assertThat(cluster(bootstrap, "xds-grpc").hasTransportSocket()).isTrue();
    assertThat(cluster(bootstrap, "sds-grpc").hasTransportSocket()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DynamicBootstrap.builder(EDGE, XdsAddress.ofSocket("/run/x")).tls(tls).build())
        .withMessageContaining("Unix socket");
  }

  @Test
  void namesAreResolvedAndAddressesAreNot() {
    Cluster named = cluster(DynamicBootstrap.of(EDGE, XdsAddress.of("localhost", 1)), "xds-grpc");
    assertThat(named.getType()).isEqualTo(Cluster.DiscoveryType.STRICT_DNS);
    assertThat(named.getDnsLookupFamily()).isEqualTo(Cluster.DnsLookupFamily.V4_PREFERRED);
    assertThat(cluster(DynamicBootstrap.of(EDGE, PLANE), "xds-grpc").getType())
        .isEqualTo(Cluster.DiscoveryType.STATIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1:1",
        "[2001:db8::1]:65535",
        "plane.example.org:15010",
        "a_b:1",
        "unix:/run/x",
        "unix:@x",
      })
  void addressesAreReadAsTheyAreWritten(String text) {
    assertThat(XdsAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "host",
        "host:",
        ":1",
        "host:0",
        "host:65536",
        "host:-1",
        "host:1x",
        "a b:1",
        "2001:db8::1",
        "2001:db8::1:15010",
        "[host]:1",
        "[::1]",
        "é:1",
        "[fe80::1%eth0]:1",
        "http://host:1",
        "unix:",
        "unix:a\nb",
        "1.2.3:4"
      })
  void otherAddressesAreNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XdsAddress.parse(text))
        .withMessageContaining("(expected: ");
  }

  @Test
  void badValuesAreNamed() {
    assertBad("proxy: name: \"\"", () -> DynamicBootstrap.of(Proxy.of("shop", ""), PLANE));
    assertBad(
        "proxy: name: \"a~b\"", () -> DynamicBootstrap.of(Proxy.of("shop", "a~b", "x"), PLANE));
    assertBad("nodeId: \"\"", () -> DynamicBootstrap.builder(EDGE, PLANE).nodeId(""));
    assertBad("adminPort: 0", () -> DynamicBootstrap.builder(EDGE, PLANE).adminPort(0));
    assertBad("adminPort: 70000", () -> DynamicBootstrap.builder(EDGE, PLANE).adminPort(70_000));
    assertBad("port: 0", () -> XdsAddress.of("h", 0));
    assertBad("port: 70000", () -> XdsAddress.of("h", 70_000));
    assertBad("host: \"\"", () -> XdsAddress.of("", 1));
    assertBad("socket: \"/a", () -> XdsAddress.ofSocket("/" + "a".repeat(107)));
    assertBad("authorities: \"\"", () -> XdsTls.of(""));
    assertBad("key: \"\"", () -> XdsTls.of("a").withCertificate("b", ""));
    assertBad("serverName: \"a b\"", () -> XdsTls.of("a").withServerName("a b"));
  }

  private static void assertBad(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
  }

  private static Cluster cluster(Bootstrap bootstrap, String name) {
    return bootstrap.getStaticResources().getClustersList().stream()
        .filter(cluster -> cluster.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
