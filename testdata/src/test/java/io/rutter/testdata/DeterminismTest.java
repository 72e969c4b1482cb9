// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.translator.Translation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of documents has no influence: the same bytes come out. */
class DeterminismTest {
  /** A Gateway and a VirtualService with a conflict each: the first concerns the gateway only. */
  private static final String CONFLICTS =
      """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: default}
      spec:
        selector: {istio: ingressgateway}
        servers:
          - {port: {number: 9000, name: a, protocol: TCP}, hosts: ['*']}
          - {port: {number: 9000, name: b, protocol: MONGO}, hosts: ['*']}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: twice, namespace: default}
      spec:
        hosts: [web, '*.example.com']
        tls:
          - match: [{sniHosts: [a.example.com]}]
            route: [{destination: {host: web}}]
          - match: [{sniHosts: [b.example.com, a.example.com]}]
            route: [{destination: {host: web}}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec:
        clusterIP: 10.0.0.1
        ports: [{name: https, port: 443}]
      """;

  private static final String CLIENT =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: default}
      spec: {type: sidecar, ipAddresses: [10.1.0.9]}
      """;

  private static final String GATEWAY =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: gateway, namespace: istio-system}
      spec: {type: gateway, ipAddresses: [10.1.0.8], labels: {istio: ingressgateway}}
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shuffledDocumentsGiveTheSameBytes(long seed) throws IOException {
    List<String> documents = Bookinfo.documents();
    List<String> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled).isNotEqualTo(documents);

    String expected = Bookinfo.json(Bookinfo.translate(documents));
    String actual = Bookinfo.json(Bookinfo.translate(shuffled));

    assertThat(actual.equals(expected)).isTrue();
  }

  @Test
  void problemsFollowTheNamesOfTheProxies() throws IOException {
    Translation clientFirst = Bookinfo.translate(List.of(CONFLICTS, CLIENT, GATEWAY));
    Translation gatewayFirst = Bookinfo.translate(List.of(GATEWAY, CLIENT, CONFLICTS));

    assertThat(clientFirst.problems())
        .extracting(Problem::path)
        .containsExactly("spec.tls[1].match[0]", "spec.servers[1].port.protocol");
    assertThat(Bookinfo.json(gatewayFirst)).isEqualTo(Bookinfo.json(clientFirst));
  }
}
