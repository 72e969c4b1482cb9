// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/**
 * Which Kubernetes Ingress objects are translated (Istio reference:
 * MeshConfig.IngressControllerMode).
 */
public enum IngressControllerMode {
  /** Not a usable mode: treated as OFF. */
  UNSPECIFIED,
  /** No Ingress object, except through an IngressClass object of the Istio controller. */
  OFF,
  /** Ingress objects without a class, or with the class of the mesh. */
  DEFAULT,
  /** Only Ingress objects with the class of the mesh. This is the default. */
  STRICT
}
