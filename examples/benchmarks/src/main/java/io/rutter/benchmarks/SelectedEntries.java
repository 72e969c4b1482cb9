// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * ServiceEntries that select WorkloadEntries by label.
 *
 * @param serviceEntries how many ServiceEntries
 * @param workloads how many WorkloadEntries each selects
 */
public record SelectedEntries(int serviceEntries, int workloads) implements MeshShape {
  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("sidecar", "client", "default", "10.255.255.1", "app: client");
    for (int i = 0; i < serviceEntries; i++) {
      documents.istio(
          "ServiceEntry",
          "se-" + i,
          "hosts: [se-%d.example.com], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], workloadSelector: {labels: {app: a%d}}"
              .formatted(i, i));
    }
    for (int i = 0; i < serviceEntries * workloads; i++) {
      documents.istio(
          "WorkloadEntry",
          "we-" + i,
          "address: %s, labels: {app: a%d}, serviceAccount: sa"
              .formatted(Documents.address(128, i), i % serviceEntries));
    }
  }
}
