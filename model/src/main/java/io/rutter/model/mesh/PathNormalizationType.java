// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/**
 * Degrees of path normalization, each including the previous one except NONE (Istio reference:
 * MeshConfig.ProxyPathNormalization.NormalizationType).
 */
public enum PathNormalizationType {
  /** The same as BASE. */
  DEFAULT,
  /** Paths are unchanged. */
  NONE,
  /** Normalisation by RFC 3986, such as dot segments. */
  BASE,
  /** Adjacent slashes are also merged. */
  MERGE_SLASHES,
  /** Escaped slashes are also decoded before the merge. */
  DECODE_AND_MERGE_SLASHES
}
