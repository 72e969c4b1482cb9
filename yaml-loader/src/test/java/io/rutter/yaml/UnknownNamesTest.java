// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * A string that names no value of a closed set is for validation to reject, among all else that is
 * wrong with the object: to Istio it is a string like any other.
 */
class UnknownNamesTest {
  private static final String GATEWAY =
      """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge}
      spec:
        servers:
        - port: {number: 80, name: "", protocol: HTTPX}
          hosts: [a]
      """;

  private static final String RULE =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: out}
      spec:
        host: a.example.com
        trafficPolicy:
          tunnel: {protocol: connect, targetHost: b.example.com, targetPort: 0}
      """;

  private static final String ENTRY =
      """
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: entry}
      spec: {hosts: [a.example.com], resolution: DNS, ports: [{number: 80, name: p, protocol: Http}]}
      """;

  @Test
  void anUnknownProtocolIsOneOfManyProblems() {
    assertThat(YamlLoader.create().load(YamlSource.text("in.yaml", GATEWAY)).problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "in.yaml:6:44: error: Gateway/default/edge: spec.servers[0].port.protocol: protocol:"
                + " \"HTTPX\" (expected: HTTP, HTTPS, GRPC, TLS, TCP, ...) [invalid-value]",
            "in.yaml:6:5: error: Gateway/default/edge: spec.servers[0].port: no name (expected: a"
                + " name of its own) [missing-field]",
            "in.yaml:7:13: error: Gateway/default/edge: spec.servers[0].hosts[0]: host: \"a\""
                + " (expected: * or a name with a dot) [invalid-value]");
  }

  @Test
  void anUnknownTunnelMethodIsOneOfManyProblems() {
    assertThat(YamlLoader.create().load(YamlSource.text("in.yaml", RULE)).problems())
        .extracting(Problem::message)
        .contains("protocol: \"connect\" (expected: CONNECT or POST)")
        .hasSizeGreaterThan(1);
  }

  @Test
  void protocolsAreKnownInAnyCase() {
    LoadResult result = YamlLoader.create().load(YamlSource.text("in.yaml", ENTRY));

    assertThat(result.problems()).isEmpty();
    assertThat(result.snapshot().serviceEntries().get(0).ports().get(0).protocol())
        .contains(Protocol.HTTP);
  }
}
