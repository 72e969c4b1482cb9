// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static io.rutter.inspect.Envoys.chain;
import static io.rutter.inspect.Envoys.inspectors;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The most specific filter chain, one criterion after the other (Envoy: FilterChainMatch). */
class FilterChainTest {
  private static final Call TCP = Call.builder().protocol(CallProtocol.TCP).build();

  @Test
  void aDestinationPortBeatsTheRest() {
    Simulator simulator =
        Envoys.ofChains("", chain("any", "") + "," + chain("port", "destinationPort: 80"));

    assertThat(clusterOf(simulator, TCP)).isEqualTo("port");
    assertThat(simulator.call(TCP).explanation())
        .filteredOn(step -> step.stage() == Stage.FILTER_CHAIN)
        .flatExtracting(Step::rejected)
        .containsExactly(
            new RejectedCandidate(
                "any", "destination_port: another chain asks for this value: 80"));
  }

  @Test
  void theLongestRangeOfAddressesWins() {
    Simulator simulator =
        Envoys.ofChains(
            "",
            String.join(
                ",",
                chain("eight", "prefixRanges: [{addressPrefix: \"10.0.0.0\", prefixLen: 8}]"),
                chain("sixteen", "prefixRanges: [{addressPrefix: \"10.1.0.0\", prefixLen: 16}]"),
                chain("six", "prefixRanges: [{addressPrefix: \"fd00::\", prefixLen: 8}]"),
                chain("any", "")));

    assertThat(clusterOf(simulator, to("10.1.2.3"))).isEqualTo("sixteen");
    assertThat(clusterOf(simulator, to("10.2.2.3"))).isEqualTo("eight");
    assertThat(clusterOf(simulator, to("192.0.2.7"))).isEqualTo("any");
  }

  @Test
  void aCriterionThatIsPutAsideNeverComesBack() {
    Simulator simulator =
        Envoys.ofChains(
            "",
            chain(
                    "range",
                    "prefixRanges: [{addressPrefix: \"10.0.0.0\", prefixLen: 8}], sourcePorts: [1]")
                + ","
                + chain("any", ""));

    assertThat(simulator.call(to("10.0.0.1")).error()).hasValue(CallError.NO_FILTER_CHAIN);
  }

  @Test
  void anExactServerNameBeatsWildcards() {
    Simulator simulator =
        Envoys.ofChains(
            inspectors(),
            String.join(
                ",",
                chain("exact", "serverNames: [\"a.b.example.com\"]"),
                chain("long", "serverNames: [\"*.b.example.com\"]"),
                chain("short", "serverNames: [\"*.example.com\"]"),
                chain("none", "")));

    assertThat(clusterOf(simulator, tls("A.b.example.com"))).isEqualTo("exact");
    assertThat(clusterOf(simulator, tls("c.b.example.com"))).isEqualTo("long");
    assertThat(clusterOf(simulator, tls("b.example.com"))).isEqualTo("short");
    assertThat(clusterOf(simulator, tls("example.com"))).isEqualTo("none");
  }

  @Test
  void withoutAnInspectorThereIsNoServerName() {
    Simulator simulator =
        Envoys.ofChains("", chain("exact", "serverNames: [a]") + "," + chain("none", ""));

    assertThat(clusterOf(simulator, tls("a"))).isEqualTo("none");
  }

  @Test
  void transportAndApplicationProtocolsDecide() {
    Simulator simulator =
        Envoys.ofChains(
            inspectors(),
            String.join(
                ",",
                chain(
                    "istio",
                    "transportProtocol: tls, applicationProtocols: [istio, \"istio-http/1.1\"]"),
                chain("tls", "transportProtocol: tls"),
                chain(
                    "http",
                    "transportProtocol: raw_buffer, applicationProtocols: [\"http/1.1\", h2c]"),
                chain("raw", "transportProtocol: raw_buffer")));

    assertThat(clusterOf(simulator, tls("a"))).isEqualTo("tls");
    assertThat(clusterOf(simulator, tls("a").toBuilder().alpn("h2", "istio").build()))
        .isEqualTo("istio");
    assertThat(clusterOf(simulator, TCP)).isEqualTo("raw");
    assertThat(clusterOf(simulator, Call.builder().protocol(CallProtocol.HTTP2).build()))
        .isEqualTo("http");
  }

  /** As a real Envoy 1.40 does: its connection manager then answers 400 to methods it knows not. */
  @Test
  void theInspectorTakesAnyMethod() {
    Simulator simulator =
        Envoys.ofChains(
            inspectors(),
            chain("http", "applicationProtocols: [\"http/1.1\"]") + "," + chain("raw", ""));

    assertThat(clusterOf(simulator, Call.builder().method("BREW").build())).isEqualTo("http");
    assertThat(clusterOf(simulator, Call.builder().method("GE@T").build())).isEqualTo("raw");
    assertThat(clusterOf(simulator, Call.builder().path("x").build())).isEqualTo("raw");
  }

  @Test
  void theSourceDecidesLast() {
    Simulator simulator =
        Envoys.ofChains(
            "",
            String.join(
                ",",
                chain("local", "sourceType: SAME_IP_OR_LOOPBACK"),
                chain(
                    "range",
                    "sourcePrefixRanges: [{addressPrefix: \"198.51.100.0\", prefixLen: 24}]"),
                chain(
                    "port",
                    "sourcePrefixRanges: [{addressPrefix: \"198.51.100.0\", prefixLen: 24}], sourcePorts: [7]"),
                chain("any", "")));

    assertThat(clusterOf(simulator, TCP.toBuilder().sourceAddress("127.0.0.1").build()))
        .isEqualTo("local");
    assertThat(clusterOf(simulator, TCP)).isEqualTo("range");
    assertThat(clusterOf(simulator, TCP.toBuilder().sourcePort(7).build())).isEqualTo("port");
    assertThat(clusterOf(simulator, TCP.toBuilder().sourceAddress("203.0.113.1").build()))
        .isEqualTo("any");
  }

  @Test
  void equalConditionsAreAnError() {
    Simulator simulator =
        Envoys.ofChains(
            "", chain("a", "destinationPort: 80") + "," + chain("b", "destinationPort: 80"));

    assertThat(simulator.call(TCP).error()).hasValue(CallError.MULTIPLE_FILTER_CHAINS);
  }

  @Test
  void aChainThatEndsTlsTakesNoPlainText() {
    String tls =
        """
        transportSocket: {name: tls, typedConfig: {"@type":
          "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext",
          requireClientCertificate: %s}},
        """;
    Simulator open = Envoys.ofChains(inspectors(), chain("a", "", tls.formatted("false")));
    Simulator mutual = Envoys.ofChains(inspectors(), chain("a", "", tls.formatted("true")));

    assertThat(open.call(TCP).error()).hasValue(CallError.INVALID_TLS);
    assertThat(clusterOf(open, tls("x"))).isEqualTo("a");
    assertThat(mutual.call(tls("x")).error()).hasValue(CallError.INVALID_MTLS);
    assertThat(clusterOf(mutual, tls("x").toBuilder().clientCertificate(true).build()))
        .isEqualTo("a");
  }

  private static Call to(String address) {
    return TCP.toBuilder().address(address).build();
  }

  private static Call tls(String serverName) {
    return TCP.toBuilder().tls(CallTls.TLS).sni(serverName).build();
  }

  private static String clusterOf(Simulator simulator, Call call) {
    return simulator.call(call).cluster().orElse("");
  }
}
