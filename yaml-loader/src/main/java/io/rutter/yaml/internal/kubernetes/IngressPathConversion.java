// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.StringMatch;
import java.util.Optional;

/**
 * Makes the condition on the URI of an {@link Ingress.Path}. A prefix here ends at a slash or at
 * the end of the path, which the VirtualService is marked for. Istio document: Kubernetes Ingress.
 */
final class IngressPathConversion {
  private IngressPathConversion() {}

  /** The condition; empty: every request. */
  static Optional<StringMatch> convert(Ingress.Path path) {
    return switch (path.type()) {
      case "Exact" -> Optional.of(StringMatch.exact(path.path()));
      case "Prefix" -> Optional.of(StringMatch.prefix(path.path()));
      default -> pattern(path.path());
    };
  }

  /** A path with a wildcard at its end, or an exact one. */
  private static Optional<StringMatch> pattern(String path) {
    return switch (path) {
      case "", "*", "/*", ".*" -> Optional.empty();
      default ->
          Optional.of(
              path.endsWith(".*") || path.endsWith("/*")
                  ? StringMatch.prefix(path.substring(0, path.length() - 2))
                  : StringMatch.exact(path));
    };
  }
}
