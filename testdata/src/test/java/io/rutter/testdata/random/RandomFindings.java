// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import com.google.common.collect.ImmutableList;

/**
 * Documents for the mesh of {@link RandomMesh} that bring about what analysis finds, and others
 * beside them for which there is nothing to find.
 */
final class RandomFindings {
  /** Endpoints of the gateway's Service, so that clients know its ports. */
  private static final String GATEWAY_ENDPOINTS =
      "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: gateway-a, namespace:"
          + " istio-system, labels: {kubernetes.io/service-name: istio-ingressgateway}},"
          + " addressType: IPv4, ports: [{name: http, port: 8080}, {name: https, port: 8443},"
          + " {name: tcp, port: 9000}], endpoints: [{addresses: [10.1.0.8], conditions: {ready:"
          + " true}, targetRef: {kind: Pod, name: gateway, namespace: istio-system}}]}";

  /** Two servers with one certificate. */
  private static final String SHARED_GATEWAY =
      istio(
          "Gateway",
          "shared",
          "selector: {istio: ingressgateway}, servers: ["
              + server("one", "cert-a", "a.example.com, c.example.com")
              + ", "
              + server("two", "cert-a", "b.example.com")
              + "]");

  /** What makes it matter that they have one certificate: each server gets routes of its own. */
  private static final String SHARED_ROUTES =
      istio(
          "VirtualService",
          "shared",
          "hosts: [a.example.com, b.example.com], gateways:"
              + " [shared, default/shared-more], http: [{route: [{destination: {host: reviews}}]}]");

  static final ImmutableList<String> ALL =
      ImmutableList.of(
          GATEWAY_ENDPOINTS,
          // Together, as there is nothing to find in one alone.
          SHARED_GATEWAY + "\n---\n" + SHARED_ROUTES,
          istio(
              "Gateway",
              "shared-more",
              "selector: {istio: ingressgateway}, servers: ["
                  + server("three", "cert-a", "other.org")
                  + ", "
                  + server("four", "cert-b", "deep.a.example.com")
                  + "]"),
          istio(
              "VirtualService",
              "shared-more",
              "hosts: ['*.org', deep.a.example.com], gateways:"
                  + " [default/shared-more, shared], http: [{route: [{destination: {host:"
                  + " ext.example.com, port: {number: 443}}}]}]"),
          istio(
              "Gateway",
              "ports",
              "selector: {istio: ingressgateway}, servers: [{port: {number:"
                  + " 8004, name: a, protocol: HTTP}, hosts: ['*']}, {port: {number: 8443, name: b,"
                  + " protocol: HTTP}, hosts: ['*']}]"),
          istio(
              "ServiceEntry",
              "secure",
              "hosts: [ext.example.com], resolution: DNS, ports:"
                  + " [{number: 443, name: https, protocol: HTTPS}, {number: 80, name: http, protocol:"
                  + " HTTP}]"),
          istio(
              "ServiceEntry",
              "fixed",
              "hosts: [static.example.com], resolution: STATIC, ports:"
                  + " [{number: 80, name: bytes, protocol: TCP}, {number: 443, name: tls, protocol:"
                  + " TLS}], endpoints: [{address: 192.0.2.9}]"),
          istio(
              "ServiceEntry",
              "over",
              "hosts: [reviews.default.svc.cluster.local], resolution: STATIC, ports: [{number:"
                  + " 9080, name: grpc, protocol: GRPC}], endpoints: [{address: 192.0.2.9}]"),
          istio(
              "DestinationRule",
              "secure",
              "host: ext.example.com, trafficPolicy: {tls: {mode:" + " SIMPLE}}"),
          istio(
              "DestinationRule",
              "secure-port",
              "host: details.other.svc.cluster.local,"
                  + " trafficPolicy: {portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]}"),
          istio(
              "DestinationRule",
              "direct",
              "host: headless, subsets: [{name: v1, labels:" + " {version: none}}]"),
          istio(
              "DestinationRule",
              "passing",
              "host: ratings, trafficPolicy: {loadBalancer:"
                  + " {simple: PASSTHROUGH}}, subsets: [{name: v1, labels: {version: none}}]"),
          istio(
              "VirtualService",
              "secure",
              "hosts: [secure.example.com], http: [{match: [{uri:"
                  + " {prefix: /}}, {uri: {exact: /x}}], rewrite: {uri: /folder}, route: [{destination:"
                  + " {host: details.other.svc.cluster.local, port: {number: 443}}}]}]"),
          istio(
              "VirtualService",
              "sni",
              "hosts: [ext.example.com], tls: [{match: [{sniHosts:"
                  + " [ext.example.com]}], route: [{destination: {host:"
                  + " details.other.svc.cluster.local, port: {number: 443}}}]}]"),
          istio(
              "DestinationRule",
              "secure-subset",
              "host: ext.example.com, subsets: [{name: wrapped, trafficPolicy: {tls: {mode:"
                  + " SIMPLE}}}, {name: bare, trafficPolicy: {tls: {mode: DISABLE}}}]"),
          istio(
              "VirtualService",
              "sni-of-subset",
              "hosts: [ext.example.com], gateways: [mesh, edge], tls: [{match: [{sniHosts:"
                  + " [ext.example.com]}], route: [{destination: {host: ext.example.com, subset:"
                  + " wrapped, port: {number: 443}}}]}]"),
          istio(
              "VirtualService",
              "match-ports",
              "hosts: [reviews, ratings, '*.example.com'], gateways: [mesh, edge, second], http:"
                  + " [{match: [{port: 81}, {port: 7777}, {port: 443, gateways: [mesh]}, {port: 8080},"
                  + " {port: 9000, gateways: [edge]}], route: [{destination: {host: reviews, port:"
                  + " {number: 80}}}]}], tcp: [{match: [{port: 81}, {port: 7777}, {port: 80}], route:"
                  + " [{destination: {host: ratings, port: {number: 7777}}}]}], tls: [{match: [{port:"
                  + " 444, sniHosts: ['*.example.com']}, {port: 443, sniHosts: [a.example.com],"
                  + " gateways: [mesh]}], route: [{destination: {host: reviews, port: {number:"
                  + " 80}}}]}]"),
          istio(
              "DestinationRule",
              "policy-ports",
              "host: '*.default.svc.cluster.local', trafficPolicy: {portLevelSettings: [{port:"
                  + " {number: 81}, tls: {mode: SIMPLE}}, {port: {number: 9080}, connectionPool: {http:"
                  + " {maxRetries: 7}}}]}, subsets: [{name: v1, labels: {version: v1}, trafficPolicy:"
                  + " {portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]}}]"),
          istio(
              "Sidecar",
              "egress-ports",
              "egress: [{port: {number: 81, name: http, protocol: HTTP}, hosts: ['./*']}, {port:"
                  + " {number: 7777, name: tcp, protocol: TCP}, hosts: ['default/*']}, {port: {number:"
                  + " 443, name: tls, protocol: TLS}, hosts: ['*/reviews.default.svc.cluster.local',"
                  + " '*/*.example.com']}, {hosts: ['*/*']}]"),
          // Both take the place of the other settings of the mesh.
          settings(
              "defaultProviders: {accessLogging: [logs, more, gone], tracing: [traces]},"
                  + " extensionProviders: ["
                  + "{name: logs, envoyHttpAls: {service: bytes.example.com, port: 7000}},"
                  + " {name: more, envoyTcpAls: {service: static.example.com, port: 7001}},"
                  + " {name: gone, envoyTcpAls: {service: gone.example.com, port: 7005}},"
                  + " {name: traces, zipkin: {service: details.other.svc.cluster.local, port: 81}}]"),
          settings(
              "defaultProviders: {accessLogging: [logs, more], tracing: [traces]},"
                  + " extensionProviders: ["
                  + "{name: logs, envoyHttpAls: {service: ratings.default.svc.cluster.local, port:"
                  + " 9080}}, {name: more, envoyTcpAls: {service: ext.example.com, port: 80}},"
                  + " {name: traces, zipkin: {service: details.other.svc.cluster.local, port: 80}}]"),
          "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: ports,"
              + " namespace: default}, spec: {selector: {matchLabels: {app: reviews}},"
              + " portLevelMtls: {80: {mode: DISABLE}, 8080: {mode: STRICT}, 9080: {mode:"
              + " DISABLE}}}}");

  private RandomFindings() {}

  private static String settings(String spec) {
    return "{apiVersion: rutter.io/v1, kind: MeshConfig, spec: {" + spec + "}}";
  }

  private static String istio(String kind, String name, String spec) {
    return "{apiVersion: networking.istio.io/v1, kind: "
        + kind
        + ", metadata: {name: "
        + name
        + ", namespace: default}, spec: {"
        + spec
        + "}}";
  }

  private static String server(String name, String credential, String hosts) {
    return "{port: {number: 443, name: "
        + name
        + ", protocol: HTTPS}, hosts: ["
        + hosts
        + "], tls: {mode: SIMPLE, credentialName: "
        + credential
        + "}}";
  }
}
