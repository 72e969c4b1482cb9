// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import io.rutter.model.virtualservice.VirtualService;

/**
 * Completes references to Gateways in VirtualServices and their matches. Istio document: Virtual
 * Service, {@code gateways}.
 */
public final class GatewayNames {
  private GatewayNames() {}

  /**
   * The Gateway as {@code namespace/name}; {@link VirtualService#MESH_GATEWAY} stays as it is.
   *
   * <ul>
   *   <li>{@code name} and {@code ./name} are in the namespace of the object that refers to it;
   *   <li>{@code name.namespace} and {@code name.namespace.svc.cluster.local} are an older form.
   * </ul>
   *
   * @param namespace the namespace of the object that holds the reference
   */
  public static String full(String reference, String namespace) {
    if (reference.equals(VirtualService.MESH_GATEWAY)) {
      return reference;
    }
    int slash = reference.indexOf('/');
    if (slash >= 0) {
      return reference.startsWith("./") ? namespace + reference.substring(1) : reference;
    }
    int dot = reference.indexOf('.');
    if (dot < 0) {
      return namespace + "/" + reference;
    }
    int end = reference.indexOf('.', dot + 1);
    return reference.substring(dot + 1, end < 0 ? reference.length() : end)
        + "/"
        + reference.substring(0, dot);
  }
}
