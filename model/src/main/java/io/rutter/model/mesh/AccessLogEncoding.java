// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/** Encoding of access logs (Istio reference: MeshConfig.AccessLogEncoding). */
public enum AccessLogEncoding {
  /** One text line for each entry. This is the default. */
  TEXT,
  /** One JSON object for each entry. */
  JSON
}
