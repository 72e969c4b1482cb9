// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

/** How the service name of spans is found (Istio reference: ServiceAttributeEnrichment). */
public enum ServiceAttributeEnrichment {
  /** The name of the proxy's node. This is the default. */
  ISTIO_CANONICAL,
  /** The conventions of OpenTelemetry for Kubernetes; also turns on the environment detector. */
  OTEL_SEMANTIC_CONVENTIONS
}
