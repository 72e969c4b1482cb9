// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the documents that many shapes have. */
final class Documents {
  private final Appendable yaml;

  Documents(Appendable yaml) {
    this.yaml = yaml;
  }

  /** A proxy that {@code labels} belong to. */
  void proxy(String type, String name, String namespace, String address, String labels)
      throws IOException {
    yaml.append(
        """
        ---
        apiVersion: rutter.io/v1
        kind: Proxy
        metadata: {name: %s, namespace: %s}
        spec: {type: %s, ipAddresses: [%s], labels: {%s}, cluster: Kubernetes}
        """
            .formatted(name, namespace, type, address, labels));
  }

  /** A service of one port with ready endpoints. */
  void service(int i, String namespace, String portName, int port, int endpoints)
      throws IOException {
    yaml.append(
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: svc-%d, namespace: %s}
        spec: {clusterIP: %s, selector: {app: svc-%d}, ports: [{name: %s, port: %d, targetPort: 8080}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: svc-%d-a, namespace: %s, labels: {kubernetes.io/service-name: svc-%d}}
        addressType: IPv4
        ports: [{name: %s, port: 8080}]
        endpoints: [%s]
        """
            .formatted(
                i,
                namespace,
                address(96, i),
                i,
                portName,
                port,
                i,
                namespace,
                i,
                portName,
                IntStream.range(0, endpoints)
                    .mapToObj(j -> address(128, i * endpoints + j))
                    .map(address -> "{addresses: [" + address + "], conditions: {ready: true}}")
                    .collect(Collectors.joining(", "))));
  }

  /** An Istio object. */
  void istio(String kind, String name, String spec) throws IOException {
    istio(kind, name, "default", spec);
  }

  /** An Istio object of a namespace. */
  void istio(String kind, String name, String namespace, String spec) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: %s
        metadata: {name: %s, namespace: %s}
        spec: {%s}
        """
            .formatted(kind, name, namespace, spec));
  }

  /** An AuthorizationPolicy of a namespace. */
  void policy(String name, String namespace, String spec) throws IOException {
    yaml.append(
        """
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: %s}
        spec: {%s}
        """
            .formatted(name, namespace, spec));
  }

  /** The address of that number in 10.FIRST.0.0 and what follows. */
  static String address(int first, int number) {
    int host = number + 1;
    return "10." + (first + (host >> 16)) + "." + (host >> 8 & 0xff) + "." + (host & 0xff);
  }
}
