// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Sidecars in twenty namespaces and four gateways of one mesh. Nine of ten services speak HTTP on
 * port 80, the others TCP on a port of their own; each fifth has a VirtualService, a
 * DestinationRule and an AuthorizationPolicy, and each fiftieth is on a gateway too.
 *
 * @param sidecars how many sidecars
 * @param services how many services
 */
public record PushedMesh(int sidecars, int services) implements MeshShape {
  static final int ENDPOINTS = 10;
  private static final int NAMESPACES = 20;
  private static final int GATEWAYS = 4;

  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    for (int i = 0; i < sidecars; i++) {
      documents.proxy(
          "sidecar", "p-" + i, namespace(i), Documents.address(200, i), "app: svc-" + i);
    }
    for (int i = 0; i < GATEWAYS; i++) {
      documents.proxy(
          "gateway", "gw-" + i, "edge", Documents.address(250, i), "istio: gateway-" + i);
      documents.istio(
          "Gateway",
          "gateway-" + i,
          "edge",
          ("selector: {istio: gateway-%d}, servers: [{port: {number: 80, name: http, protocol:"
                  + " HTTP}, hosts: ['*']}]")
              .formatted(i));
    }
    for (int i = 0; i < services; i++) {
      boolean http = i % 10 != 9;
      documents.service(i, namespace(i), http ? "http" : "tcp", http ? 80 : 10_000 + i, ENDPOINTS);
      if (i % 5 == 1) {
        virtualService(documents, i);
        destinationRule(documents, i);
        policy(documents, i);
      }
    }
  }

  private static void virtualService(Documents documents, int i) throws IOException {
    String gateways = i % 50 == 11 ? "mesh, edge/gateway-" + i / 50 % GATEWAYS : "mesh";
    documents.istio(
        "VirtualService",
        "svc-" + i,
        namespace(i),
        ("hosts: [%s], gateways: [%s], http: [{match: [{uri: {prefix: /a}}], timeout: 5s, route:"
                + " [{destination: {host: %s, subset: v1}}]}, {route: [{destination: {host: %s,"
                + " subset: v1}, weight: 80}, {destination: {host: %s, subset: v2}, weight: 20}]}]")
            .formatted(host(i), gateways, host(i), host(i), host(i)));
  }

  private static void destinationRule(Documents documents, int i) throws IOException {
    documents.istio(
        "DestinationRule",
        "svc-" + i,
        namespace(i),
        ("host: %s, trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}},"
                + " outlierDetection: {consecutive5xxErrors: 5}}, subsets: [{name: v1, labels:"
                + " {version: v1}}, {name: v2, labels: {version: v2}}]")
            .formatted(host(i)));
  }

  private static void policy(Documents documents, int i) throws IOException {
    documents.policy(
        "svc-" + i,
        namespace(i),
        ("selector: {matchLabels: {app: svc-%d}}, rules: [{from: [{source: {namespaces: [%s]}}],"
                + " to: [{operation: {methods: [GET], paths: [/a/*]}}]}]")
            .formatted(i, namespace(i)));
  }

  private static String namespace(int i) {
    return "ns-" + i % NAMESPACES;
  }

  private static String host(int i) {
    return "svc-%d.%s.svc.cluster.local".formatted(i, namespace(i));
  }
}
