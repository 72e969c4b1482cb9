// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.testdata.reference.Reference;
import io.rutter.translator.Translation;
import org.junit.jupiter.api.Test;

/** A VirtualService of 10,000 rules loses none of them. */
class ManyRoutesTest {
  private static final int RULES = 10_000;

  @Test
  void everyRuleGivesItsRoute() {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: rutter.io/v1
            kind: Proxy
            metadata: {name: client, namespace: default}
            spec: {type: sidecar, ipAddresses: [10.1.0.1]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: default}
            spec:
              clusterIP: 10.0.0.1
              ports: [{name: http, port: 9080}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: default}
            spec:
              hosts: [web]
              http:
            """);
    for (int i = 0; i < RULES; i++) {
      yaml.append("  - match: [{uri: {exact: /r").append(i).append("}}]\n");
      yaml.append("    route: [{destination: {host: web}}]\n");
    }

    Translation translation = Reference.translate(yaml.toString());

    assertThat(translation.problems()).isEmpty();
    assertThat(translation.proxies().get(0).routes())
        .filteredOn(routes -> routes.getName().equals("9080"))
        .singleElement()
        .satisfies(
            routes ->
                assertThat(routes.getVirtualHosts(0).getRoutesList())
                    .hasSize(RULES)
                    .last()
                    .satisfies(
                        last ->
                            assertThat(last.getMatch().getPath()).isEqualTo("/r" + (RULES - 1))));
  }
}
