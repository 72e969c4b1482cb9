// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static java.util.Comparator.comparing;

import io.rutter.model.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What a mesh is told that names no proxy to translate for. */
final class NoProxy {
  private static final int SHOWN = 20;

  private static final String EXAMPLE =
      """
      no Proxy in the mesh, so there is nothing to translate for (expected: a document for each \
      Envoy that you want to look at, in a file that @GoldenFiles names as mesh, or in one of the case):

      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.0.0.9]}
      """;

  private NoProxy() {}

  static String message(List<Problem> problems) {
    return problems.isEmpty()
        ? EXAMPLE
        : EXAMPLE
            + problems.stream()
                .sorted(comparing(Problem::severity))
                .limit(SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "\nProblems of the mesh:\n", ""))
            + (problems.size() > SHOWN ? "\n... and " + (problems.size() - SHOWN) + " more" : "");
  }
}
