// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.sidecar.Sidecar;
import java.util.Optional;

/** Finds the Sidecar resource of a proxy. */
public final class SidecarIndex {
  private SidecarIndex() {}

  /** Sorts the Sidecars by namespace, selector and age. */
  public static SidecarIndex of(MeshSnapshot snapshot, MeshSettings settings) {
    throw new UnsupportedOperationException();
  }

  /** The Sidecar of a proxy: selected by labels, else of its namespace, else of the root. */
  public Optional<Sidecar> forProxy(Proxy proxy) {
    throw new UnsupportedOperationException();
  }
}
