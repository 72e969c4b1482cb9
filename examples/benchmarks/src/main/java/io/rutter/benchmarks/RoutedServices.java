// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Services with a VirtualService of five rules and a DestinationRule of two subsets each.
 *
 * @param services how many services
 */
public record RoutedServices(int services) implements MeshShape {
  private static final int RULES = 5;

  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("sidecar", "client", "default", "10.255.255.1", "app: client");
    for (int i = 0; i < services; i++) {
      documents.service(i, "default", "http", 80, 10);
      int service = i;
      documents.istio(
          "VirtualService",
          "svc-" + i,
          "hosts: [svc-%d], http: [%s]"
              .formatted(
                  i,
                  IntStream.range(0, RULES)
                      .mapToObj(j -> rule(service, j))
                      .collect(Collectors.joining(", "))));
      documents.istio(
          "DestinationRule",
          "svc-" + i,
          "host: svc-%d, trafficPolicy: {connectionPool: {tcp: {maxConnections: 100}}, outlierDetection: {consecutive5xxErrors: 5}}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]"
              .formatted(i));
    }
  }

  private static String rule(int service, int j) {
    return ("{match: [{uri: {prefix: /r%d}, headers: {x-h: {exact: v%d}}}], retries: {attempts: 3,"
            + " perTryTimeout: 2s}, timeout: 5s, route: [{destination: {host: svc-%d, subset: v1},"
            + " weight: 80}, {destination: {host: svc-%d, subset: v2}, weight: 20}]}")
        .formatted(j, j, service, service);
  }
}
