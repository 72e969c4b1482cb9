// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

/** How the service name of spans is found (Istio reference: ServiceAttributeEnrichment). */
public enum ServiceAttributeEnrichment {
  /** From the node of the proxy. This is the default. */
  ISTIO_CANONICAL,
  /** By the conventions of OpenTelemetry for Kubernetes; also turns on the environment detector. */
  OTEL_SEMANTIC_CONVENTIONS
}
