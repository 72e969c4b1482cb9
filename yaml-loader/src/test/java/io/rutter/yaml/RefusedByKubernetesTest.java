// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the API server of Kubernetes refuses is an error here, so that it is not taken silently. */
class RefusedByKubernetesTest {
  private static List<String> service(String spec) {
    return Loads.problems(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: "
            + spec
            + "\n");
  }

  private static List<String> slice(String fields) {
    return Loads.problems(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: a}
        spec: {ports: [{name: http, port: 80}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: a-1, labels: {kubernetes.io/service-name: a}}
        endpoints: [{addresses: [10.20.0.1]}, {addresses: [10.20.0.2]}]
        """
            + fields
            + "\n");
  }

  @Test
  void aServiceOfNoType() {
    assertThat(service("{type: Odd, ports: [{port: 80}]}"))
        .containsExactly(
            "f:4:14: error: Service/shop/a: spec.type: \"Odd\" (expected: one of ClusterIP, NodePort,"
                + " LoadBalancer, ExternalName) [invalid-value]");
    assertThat(service("{internalTrafficPolicy: Odd, ports: [{port: 80}]}")).hasSize(1);
  }

  @Test
  void aPortOfNoTransport() {
    assertThat(service("{ports: [{port: 80, protocol: ICMP}]}"))
        .containsExactly(
            "f:4:37: error: Service/shop/a: spec.ports[0].protocol: \"ICMP\" (expected: one of TCP,"
                + " UDP, SCTP) [invalid-value]");
    assertThat(service("{ports: [{port: 80, protocol: SCTP}]}")).isEmpty();
  }

  @Test
  void anExternalNameWithoutOne() {
    assertThat(service("{type: ExternalName}"))
        .containsExactly(
            "f:4:7: error: Service/shop/a: spec.externalName: missing (expected: the host that the"
                + " service stands for) [missing-field]");
    assertThat(service("{type: ExternalName, externalName: b.shop.svc.cluster.local}")).isEmpty();
  }

  @Test
  void anExternalNameOfItself() {
    assertThat(service("{type: ExternalName, externalName: a.shop.svc.cluster.local}"))
        .containsExactly(
            "f:4:42: error: Service/shop/a: spec.externalName: \"a.shop.svc.cluster.local\""
                + " (expected: another host than that of the service itself) [invalid-value]");
  }

  @Test
  void aPortOfASliceThatIsNone() {
    assertThat(slice("ports: [{name: http, port: 70000}]"))
        .containsExactly(
            "f:10:28: error: EndpointSlice/default/a-1: ports[0].port: 70000 (expected: a port from 1"
                + " to 65535) [invalid-value]");
    assertThat(slice("ports: [{name: http, port: 0}]")).hasSize(1);
  }

  @Test
  void aSliceWithoutAPort() {
    assertThat(slice("ports: [{name: http}]"))
        .containsExactly(
            "f:10:9: warning: EndpointSlice/default/a-1: ports[0]: no port, so that its endpoints"
                + " are left out (expected: a port from 1 to 65535) [unused-endpoints]");
  }

  @Test
  void twoPortsOfOneName() {
    assertThat(slice("ports: [{name: http, port: 80}, {name: http, port: 81}]"))
        .containsExactly(
            "f:10:40: error: EndpointSlice/default/a-1: ports[1].name: \"http\" (expected: a name that"
                + " no other port of the slice has) [invalid-value]");
    assertThat(slice("ports: [{port: 80}, {port: 81}]"))
        .anyMatch(problem -> problem.contains("ports[1].name: missing"));
  }

  @Test
  void whatIsRefusedIsNotMissingAsWell() {
    assertThat(
            Loads.problems(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {ports: [{name: http, port: 99999}]}
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: a-1, labels: {kubernetes.io/service-name: a}}
                ports: [{name: http, port: 80}]
                endpoints: [{addresses: [10.20.0.1]}]
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i, annotations: {kubernetes.io/ingress.class: istio}}
                spec:
                  rules:
                  - http:
                      paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: a, port: {name: http}}}}
                """))
        .singleElement()
        .asString()
        .contains("Service/default/a: spec.ports[0].port: 99999");
  }

  @Test
  void aSliceOfNoAddressType() {
    assertThat(slice("addressType: IPv5\nports: [{name: http, port: 80}]")).hasSize(1);
  }
}
