// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;

/** From where a mesh is looked at: by its gateways, and by what its sidecars differ in. */
final class Viewpoints {
  /** A bound of time: each costs a translation. */
  static final int MOST = 200;

  private Viewpoints() {}

  /** All of them, gateways first, each name once. */
  static ImmutableList<Viewpoint> of(MeshSnapshot snapshot) {
    return ImmutableList.<Viewpoint>builder()
        .addAll(GatewayViews.of(snapshot))
        .addAll(SidecarViews.of(snapshot))
        .build();
  }
}
