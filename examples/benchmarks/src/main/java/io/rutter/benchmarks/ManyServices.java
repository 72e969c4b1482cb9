// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Services of Kubernetes with an EndpointSlice each, in namespaces of 50 services and three zones.
 * Each fifth has a DestinationRule with two subsets, each tenth a VirtualService that divides
 * traffic between them.
 *
 * @param services how many services
 * @param endpoints how many endpoints each of them has
 */
public record ManyServices(int services, int endpoints) implements MeshShape {
  private static final int PER_NAMESPACE = 50;
  private static final int ZONES = 3;

  @Override
  public void write(Appendable yaml) throws IOException {
    yaml.append(
        """
        apiVersion: rutter.io/v1
        kind: Proxy
        metadata: {name: client, namespace: ns-0}
        spec:
          type: sidecar
          ipAddresses: [10.255.255.1]
          labels: {app: client}
          locality: {region: r1, zone: z1}
        """);
    for (int i = 0; i < services; i++) {
      service(i, yaml);
      endpoints(i, yaml);
      if (i % 5 == 0) {
        destinationRule(i, yaml);
      }
      if (i % 10 == 0) {
        virtualService(i, yaml);
      }
    }
  }

  private static void service(int i, Appendable yaml) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: svc-%d, namespace: ns-%d, labels: {app: svc-%d}}
        spec:
          clusterIP: %s
          selector: {app: svc-%d}
          ports:
          - {name: http, port: 80, targetPort: 8080, protocol: TCP}
        """
            .formatted(i, namespace(i), i, address(96, i), i));
  }

  private void endpoints(int i, Appendable yaml) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: svc-%d-a, namespace: ns-%d, labels: {kubernetes.io/service-name: svc-%d}}
        addressType: IPv4
        ports:
        - {name: http, port: 8080, protocol: TCP}
        endpoints:
        """
            .formatted(i, namespace(i), i));
    for (int j = 0; j < endpoints; j++) {
      yaml.append(
          "- {addresses: [%s], conditions: {ready: true}, zone: z%d}\n"
              .formatted(address(128, i * endpoints + j), j % ZONES + 1));
    }
  }

  private static void destinationRule(int i, Appendable yaml) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: svc-%d, namespace: ns-%d}
        spec:
          host: svc-%d
          trafficPolicy:
            connectionPool: {http: {http2MaxRequests: 100}}
            outlierDetection: {consecutive5xxErrors: 5}
          subsets:
          - {name: v1, labels: {version: v1}}
          - {name: v2, labels: {version: v2}}
        """
            .formatted(i, namespace(i), i));
  }

  private static void virtualService(int i, Appendable yaml) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: svc-%d, namespace: ns-%d}
        spec:
          hosts: [svc-%d]
          http:
          - route:
            - {destination: {host: svc-%d, subset: v1}, weight: 90}
            - {destination: {host: svc-%d, subset: v2}, weight: 10}
        """
            .formatted(i, namespace(i), i, i, i));
  }

  private static int namespace(int i) {
    return i / PER_NAMESPACE;
  }

  /** The address of that number in 10.FIRST.0.0 and what follows. */
  private static String address(int first, int number) {
    int host = number + 1;
    return "10." + (first + (host >> 16)) + "." + (host >> 8 & 0xff) + "." + (host & 0xff);
  }
}
