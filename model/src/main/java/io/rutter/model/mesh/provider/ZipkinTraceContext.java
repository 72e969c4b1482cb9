// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

/** Headers of the trace context (Istio reference: ZipkinTracingProvider.TraceContextOption). */
public enum ZipkinTraceContext {
  /** B3 headers only. This is the default. */
  USE_B3,
  /** B3 headers first, W3C trace context as well. */
  USE_B3_WITH_W3C_PROPAGATION
}
