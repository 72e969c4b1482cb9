// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.ConfigValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values of objects stand at a line. */
class ValuesAtTest {
  private static final String MESH =
      """
      # a comment before the object
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: web, namespace: shop}
      spec:
        hosts: [web]
        http:
        - match:
          - uri:
              prefix: /a
          route:
          - destination: {host: a}
          timeout: 3s

        - route: [{destination: {host: b}}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {clusterIP: 10.0.0.1,
        ports: [{name: http, port: 80}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|",
        "2|VirtualService/shop/web",
        "5|VirtualService/shop/web spec",
        "6|VirtualService/shop/web spec.hosts",
        "7|VirtualService/shop/web spec.http",
        "8|VirtualService/shop/web spec.http[0]",
        "9|VirtualService/shop/web spec.http[0].match[0]",
        "10|VirtualService/shop/web spec.http[0].match[0].uri.prefix",
        "12|VirtualService/shop/web spec.http[0].route[0]",
        "13|VirtualService/shop/web spec.http[0].timeout",
        "14|VirtualService/shop/web spec.http[0]",
        "15|VirtualService/shop/web spec.http[1]",
        "21|Service/shop/web spec.ports,ServiceEndpoints/shop/web.shop.svc.cluster.local",
        "99|",
      })
  void theOutermostThatBeginThereElseTheInnermostAround(int line, String expected) {
    LoadResult input = YamlLoader.create().load(List.of(YamlSource.text("folder/mesh.yaml", MESH)));

    List<String> found =
        input.sources().valuesAt("./folder/mesh.yaml", line).stream()
            .map(ConfigValue::toString)
            .toList();
    assertThat(found).containsExactly(expected == null ? new String[0] : expected.split(",", -1));
    assertThat(input.sources().valuesAt("mesh.yaml", line)).isEmpty();
  }
}
