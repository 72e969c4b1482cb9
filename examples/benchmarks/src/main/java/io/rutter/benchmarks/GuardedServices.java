// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Services with AuthorizationPolicies of their own, of which each fifth denies; the proxy is the
 * one of the first service.
 *
 * @param services how many services
 * @param policies how many policies each of them has
 */
public record GuardedServices(int services, int policies) implements MeshShape {
  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("sidecar", "svc-0", "default", Documents.address(128, 0), "app: svc-0");
    for (int i = 0; i < services; i++) {
      documents.service(i, "default", "http", 80, 10);
      for (int j = 0; j < policies; j++) {
        documents.policy("svc-" + i + "-" + j, "default", spec(i, j));
      }
    }
  }

  private static String spec(int i, int j) {
    String action = j % 5 == 4 ? "DENY" : "ALLOW";
    return ("selector: {matchLabels: {app: svc-%d}}, action: %s, rules: [{from: [{source:"
            + " {principals: [cluster.local/ns/default/sa/client-%d, cluster.local/ns/other/*]}}],"
            + " to: [{operation: {methods: [GET, POST], paths: [/p%d/*, /q%d], notPaths:"
            + " [/p%d/private]}}], when: [{key: 'request.headers[x-tenant]', values: [t%d]}]}]")
        .formatted(i, action, j, j, j, j, j);
  }
}
