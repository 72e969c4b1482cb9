// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/** Upper limit of visibility (Istio reference: ServiceEntryVisibility.Visibility). */
public enum Visibility {
  /** The same as PUBLIC. This is the default. */
  VISIBILITY_UNSPECIFIED,
  /** Not visible anywhere. */
  NONE,
  /** Visible in its own namespace only. */
  NAMESPACE,
  /** Visible as far as {@code exportTo} allows. */
  PUBLIC
}
