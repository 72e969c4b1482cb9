// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Files of very many small objects, all of which may be about the same host, port or label. */
final class HostileCrowds {
  /** Kinds and specs; {@code @} is the number of the object or, for all objects alike, a one. */
  private static final List<String> OBJECTS =
      """
      VirtualService {hosts: [a@.com], http: [{route: [{destination: {host: b@.com, subset: s@}}]}]}
      VirtualService {hosts: [web], http: [{match: [{uri: {prefix: /@}}], delegate: {name: n@}}]}
      VirtualService {http: [{match: [{uri: {exact: /@}}], route: [{destination: {host: web}}]}]}
      VirtualService {gateways: [n@], hosts: [a@.com, '*.b@.com'], http: [{route: [{destination: {host: web}}]}]}
      VirtualService {gateways: [n@], hosts: ['*'], tcp: [{match: [{port: @}], route: [{destination: {host: c@}}]}]}
      VirtualService {gateways: [n@, mesh], hosts: ['*.com'], tls: [{match: [{sniHosts: [a@.com]}], route: [{destination: {host: web}}]}]}
      Gateway {selector: {app: edge}, servers: [{port: {number: @, name: p@, protocol: HTTP}, hosts: [a@.com]}]}
      Gateway {selector: {app: edge}, servers: [{port: {number: 443, name: p@, protocol: HTTPS}, hosts: [a@.com], tls: {mode: SIMPLE, credentialName: c@}}]}
      Gateway {selector: {app: e@}, servers: [{port: {number: 443, name: p@, protocol: TLS}, hosts: ['*.com'], tls: {mode: PASSTHROUGH}}]}
      DestinationRule {host: a@.com, subsets: [{name: s@, labels: {version: v@}}]}
      DestinationRule {host: '*.b@.com', trafficPolicy: {tls: {mode: SIMPLE}}}
      DestinationRule {host: web, exportTo: [ns@], subsets: [{name: t@}]}
      DestinationRule {host: web, workloadSelector: {matchLabels: {app: w@}}, subsets: [{name: s@}]}
      ServiceEntry {resolution: DNS, hosts: [a@.com], ports: [{number: @, name: p@, protocol: HTTP}]}
      ServiceEntry {resolution: STATIC, hosts: [a@.com, '*.b@.com'], ports: [{number: 80, name: p, protocol: TCP}], addresses: [10.1.1.1], endpoints: [{address: 10.0.0.1}]}
      ServiceEntry {resolution: STATIC, hosts: [b@.com], ports: [{number: 80, name: p, protocol: HTTP}], workloadSelector: {labels: {app: w@}}}
      WorkloadEntry {address: 10.0.0.1, labels: {app: w@}}
      Sidecar {workloadSelector: {labels: {app: w@}}, egress: [{hosts: ['*/a@.com']}]}
      v1/Service {clusterIP: 10.0.0.2, selector: {app: w@}, ports: [{port: @, name: http}]}
      v1/Pod {containers: [{name: c, image: c}], serviceAccountName: a@}
      v1/Namespace {}
      v1/Secret {}
      security.istio.io/v1/PeerAuthentication {selector: {matchLabels: {app: w@}}, mtls: {mode: STRICT}}
      networking.k8s.io/v1/Ingress {rules: [{host: a@.com, http: {paths: [{path: /@, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
      rutter.io/v1/Proxy {type: gateway, ipAddresses: [10.1.1.3], labels: {app: w@}}
      """
          .lines()
          .toList();

  /** Of proxies each has an output of its own. */
  private static final int MOST_PROXIES = 20;

  private final Random random;

  HostileCrowds(Random random) {
    this.random = random;
  }

  /** A file of about that many characters. */
  String next(int length) {
    List<String> kinds =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> OBJECTS.get(random.nextInt(OBJECTS.size())))
            .map(kind -> random.nextInt(3) == 0 ? kind.replaceFirst("@", "1") : kind)
            .map(kind -> kind.replace("@", random.nextInt(4) == 0 ? "1" : "#"))
            .toList();
    String namespace = random.nextInt(3) == 0 ? "ns#" : "default";
    StringBuilder text = new StringBuilder();
    for (int i = 1; text.length() < length; i++) {
      int before = text.length();
      for (String kind : kinds) {
        if (i <= MOST_PROXIES || !kind.startsWith("rutter.io/")) {
          text.append(object(kind, namespace).replace("#", Integer.toString(i)));
        }
      }
      if (text.length() == before) {
        break;
      }
    }
    return text.toString();
  }

  private static String object(String kind, String namespace) {
    int space = kind.indexOf(' ');
    int slash = kind.lastIndexOf('/', space);
    return "---\n{apiVersion: "
        + (slash < 0 ? "networking.istio.io/v1" : kind.substring(0, slash))
        + ", kind: "
        + kind.substring(slash + 1, space)
        + ", metadata: {name: n#, namespace: "
        + namespace
        + ", labels: {app: w#}}, spec: "
        + kind.substring(space + 1)
        + "}\n";
  }
}
