// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.rutter.model.ObjectMeta;

/**
 * Which rules hold for a VirtualService that was made from an object of another kind; such ones
 * carry an annotation. Istio document: Kubernetes Ingress.
 */
final class RouteSemantics {
  private static final String ANNOTATION = "internal.istio.io/route-semantics";

  private RouteSemantics() {}

  /**
   * Whether a path prefix {@code /foo} leaves {@code /foobar} alone, as that of an Ingress does.
   */
  static boolean hasSeparatedPrefixes(ObjectMeta metadata) {
    return "ingress".equals(metadata.annotations().get(ANNOTATION));
  }
}
