// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.validation.ObjectProducts;
import picocli.CommandLine.Option;

/**
 * What several proxies may have together. One proxy may be as large as its mesh; a small file of
 * many would have no bound.
 */
final class MostClusters {
  @Option(
      names = "--most-clusters",
      paramLabel = "N",
      description =
          "Clusters that several proxies may have together; analyze looks at fewer proxies, with a"
              + " warning, translate refuses them. Default: ${DEFAULT-VALUE}.")
  private int most = 100_000;

  /** The bound. */
  int most() {
    if (most < 1) {
      throw new UsageException("--most-clusters: " + most + " (expected: at least 1)");
    }
    return most;
  }

  /** About how many clusters a proxy of a mesh has, and so which part of the bound it takes. */
  static double ofOne(MeshSnapshot mesh) {
    return ObjectProducts.count(mesh);
  }

  /** How many of so many proxies of a mesh are within the bound; one alone always is. */
  int within(MeshSnapshot mesh, int proxies) {
    int bound = most();
    return proxies < 2
        ? proxies
        : (int) Math.min(proxies, Math.max(1, bound / Math.max(1, ofOne(mesh))));
  }
}
