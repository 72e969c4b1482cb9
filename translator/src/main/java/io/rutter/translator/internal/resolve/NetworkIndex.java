// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.MeshSnapshot;

/** Networks and the gateways into them. Istio document: MeshNetworks. */
public final class NetworkIndex {
  private NetworkIndex() {}

  /** Collects gateways of MeshNetworks and of labelled services. */
  public static NetworkIndex of(MeshSnapshot snapshot, MeshSettings settings) {
    throw new UnsupportedOperationException();
  }
}
