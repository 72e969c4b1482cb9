// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Sidecars in twenty namespaces of one mesh of services with ten endpoints each.
 *
 * @param sidecars how many sidecars
 * @param services how many services
 */
public record ManySidecars(int sidecars, int services) implements MeshShape {
  private static final int NAMESPACES = 20;

  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    for (int i = 0; i < sidecars; i++) {
      documents.proxy(
          "sidecar", "p-" + i, namespace(i), Documents.address(200, i), "app: svc-" + i);
    }
    for (int i = 0; i < services; i++) {
      documents.service(i, namespace(i), "http", 80, 10);
    }
  }

  private static String namespace(int i) {
    return "ns-" + i % NAMESPACES;
  }
}
