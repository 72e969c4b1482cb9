// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.rutter.model.ObjectMeta;

/**
 * The semantics of a VirtualService that was converted from an object of another kind, which an
 * annotation marks. Istio document: Kubernetes Ingress.
 */
final class RouteSemantics {
  private static final String ANNOTATION = "internal.istio.io/route-semantics";

  private RouteSemantics() {}

  /** Whether the path prefix {@code /foo} does not match {@code /foobar}, as in an Ingress. */
  static boolean hasSeparatedPrefixes(ObjectMeta metadata) {
    return "ingress".equals(metadata.annotations().get(ANNOTATION));
  }
}
