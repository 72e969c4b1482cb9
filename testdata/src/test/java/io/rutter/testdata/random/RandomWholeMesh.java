// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import com.google.common.collect.ImmutableList;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Meshes with everything: random routing and registry, and some of what these leave out. */
public final class RandomWholeMesh {
  private static final ImmutableList<String> MORE =
      ImmutableList.of(
          "{kind: Sidecar, metadata: {name: all, namespace: default}, spec: {egress: [{hosts:"
              + " ['*/*']}]}}",
          "{kind: Sidecar, metadata: {name: own, namespace: default}, spec: {egress: [{hosts:"
              + " ['./*', 'other/*', 'gone/a.example.com']}]}}",
          "{kind: Sidecar, metadata: {name: narrow, namespace: other}, spec: {workloadSelector:"
              + " {labels: {app: details}}, egress: [{hosts:"
              + " ['default/reviews.default.svc.cluster.local']}]}}",
          "{kind: VirtualService, metadata: {name: root, namespace: default}, spec: {hosts:"
              + " [reviews], http: [{match: [{uri: {prefix: /a}}], delegate: {name: leaf,"
              + " namespace: other}}, {route: [{destination: {host: reviews}}]}]}}",
          "{kind: VirtualService, metadata: {name: leaf, namespace: other}, spec: {http: [{route:"
              + " [{destination: {host: details}}, {destination: {host: nowhere}, weight: 1}]}]}}",
          "{kind: VirtualService, metadata: {name: own, namespace: default, creationTimestamp:"
              + " '2020-05-05T00:00:00Z'}, spec: {hosts: [ratings], exportTo: ['.'], http:"
              + " [{route: [{destination: {host: ratings, subset: v1}}]}]}}",
          "{kind: VirtualService, metadata: {name: bytes, namespace: default}, spec: {hosts:"
              + " [bytes.example.com], http: [{route: [{destination: {host:"
              + " bytes.example.com}}]}]}}",
          "{kind: ServiceEntry, metadata: {name: bytes, namespace: default}, spec: {hosts:"
              + " [bytes.example.com], exportTo: ['.'], ports: [{number: 7000, name: tcp, protocol:"
              + " TCP}], resolution: STATIC, endpoints: [{address: 10.2.0.7}]}}",
          "{kind: VirtualService, metadata: {name: hidden, namespace: other}, spec: {hosts:"
              + " [details], exportTo: [other], http: [{route: [{destination: {host:"
              + " bytes.example.com}}]}]}}",
          "{kind: VirtualService, metadata: {name: passed, namespace: default}, spec: {hosts:"
              + " ['*.example.com'], gateways: [edge, gone], tls: [{match: [{sniHosts:"
              + " [a.example.com]}], route: [{destination: {host: reviews}}]}], http: [{match:"
              + " [{gateways: [second]}, {gateways: [gone, edge]}], route: [{destination: {host:"
              + " reviews}}]}]}}",
          "{kind: DestinationRule, metadata: {name: near, namespace: default}, spec: {host:"
              + " reviews, trafficPolicy: {loadBalancer: {localityLbSetting: {enabled: true}}}}}",
          "{kind: DestinationRule, metadata: {name: wide, namespace: istio-system}, spec: {host:"
              + " '*.svc.cluster.local', trafficPolicy: {connectionPool: {http:"
              + " {http1MaxPendingRequests: 7}}}, subsets: [{name: v1, labels: {version: v1}},"
              + " {name: none, labels: {version: none}}]}}",
          "{kind: DestinationRule, metadata: {name: own, namespace: other}, spec: {host: details,"
              + " exportTo: ['.'], trafficPolicy: {connectionPool: {http: {maxRetries: 7}}}}}",
          "{kind: DestinationRule, metadata: {name: some, namespace: default}, spec: {host:"
              + " reviews, workloadSelector: {matchLabels: {app: client}}, trafficPolicy:"
              + " {connectionPool: {http: {maxRetries: 9}}}}}",
          // Clusters that some or all proxies do not get.
          entry("lost", "static.example.com", "resolution: NONE", 7001),
          entry("hidden-too", "static.example.com", "resolution: DNS, exportTo: [default]", 7002),
          entry("platform", "details.other.svc.cluster.local", "resolution: DNS", 7003),
          entry("of-labels", "ext.example.com", "resolution: DNS", 7004),
          entry(
              "no-name",
              "gone.example.com",
              "resolution: DNS, workloadSelector: {labels: {app: gone}}",
              7005),
          entry("dynamic", "*.dynamic.org", "resolution: DYNAMIC_DNS", 7006),
          entry("upper", "Upper.Example.com", "resolution: DNS", 7007),
          "{apiVersion: v1, kind: Service, metadata: {name: alias, namespace: default}, spec: {type:"
              + " ExternalName, externalName: ratings.default.svc.cluster.local, ports: [{name: http,"
              + " port: 9080}]}}",
          "{kind: VirtualService, metadata: {name: to-alias, namespace: default, creationTimestamp:"
              + " '2019-05-05T00:00:00Z'}, spec: {hosts: [reviews], http: [{match: [{uri: {prefix:"
              + " /a}}], route: [{destination: {host: alias, port: {number: 9080}}}]}, {route:"
              + " [{destination: {host: alias}}]}]}}",
          "{kind: VirtualService, metadata: {name: to-lost, namespace: other}, spec: {hosts:"
              + " ['*.example.com'], gateways: [default/edge, mesh], http: [{match: [{uri: {prefix:"
              + " /a}}], route: [{destination: {host: static.example.com, port: {number: 7001}}}]},"
              + " {route: [{destination: {host: static.example.com, port: {number: 7002}}}]}],"
              + " tcp: [{route: [{destination: {host: details}}]}]}}",
          "{kind: DestinationRule, metadata: {name: private, namespace: other}, spec: {host: details,"
              + " exportTo: ['.'], subsets: [{name: v1, labels: {version: v1}}]}}",
          "{kind: Sidecar, metadata: {name: to-proxy, namespace: default}, spec: {egress: [{hosts:"
              + " ['default/reviews.default.svc.cluster.local']}], outboundTrafficPolicy: {mode:"
              + " ALLOW_ANY, egressProxy: {host: ratings.default.svc.cluster.local, port: {number:"
              + " 7777}}}}}",
          // One host on different ports.
          "{kind: VirtualService, metadata: {name: alone, namespace: default, creationTimestamp:"
              + " '2018-05-05T00:00:00Z'}, spec: {hosts: [unknown.example.org], http: [{route:"
              + " [{destination: {host: reviews}}]}]}}",
          "{kind: VirtualService, metadata: {name: by-port, namespace: default, creationTimestamp:"
              + " '2018-06-06T00:00:00Z'}, spec: {hosts: [reviews], http: [{match: [{port: 80}],"
              + " route: [{destination: {host: reviews}}]}, {match: [{port: 9080}], timeout: 1s,"
              + " route: [{destination: {host: reviews}}]}]}}");

  private RandomWholeMesh() {}

  private static String entry(String name, String host, String more, int port) {
    return "{kind: ServiceEntry, metadata: {name: "
        + name
        + ", namespace: default}, spec: {hosts: ['"
        + host
        + "'], ports: [{number: "
        + port
        + ", name: http, protocol: HTTP}, {number: 1"
        + port
        + ", name: tcp, protocol: TCP}], "
        + more
        + "}}";
  }

  /** Such meshes, as YAML. */
  public static Arbitrary<String> yaml() {
    String registry = RandomMesh.registry();
    Arbitrary<Set<String>> more = Arbitraries.of(MORE).set().ofMaxSize(6);
    Arbitrary<Set<String>> findings = Arbitraries.of(RandomFindings.ALL).set().ofMaxSize(6);
    return Combinators.combine(RandomMesh.ofRouting(), RandomMesh.ofRegistry(), more, findings)
        .as(
            (routing, rest, documents, found) -> {
              StringBuilder text = new StringBuilder(routing);
              text.append(rest.substring(registry.length()));
              for (String document : documents) {
                text.append("---\n")
                    .append(
                        document.startsWith("{apiVersion")
                            ? document
                            : "{apiVersion: networking.istio.io/v1, " + document.substring(1))
                    .append('\n');
              }
              found.forEach(document -> text.append("---\n").append(document).append('\n'));
              return text.toString();
            });
  }
}
