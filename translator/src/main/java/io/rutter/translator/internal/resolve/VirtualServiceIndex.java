// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;

/**
 * The VirtualServices of the mesh with full host and gateway names, and delegates in place of the
 * rules that refer to them.
 */
public final class VirtualServiceIndex {
  private VirtualServiceIndex() {}

  /** Resolves names, expands delegates, sorts, and works out visibility. */
  public static VirtualServiceIndex of(
      MeshSnapshot snapshot, MeshSettings settings, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }

  /**
   * The VirtualServices of a gateway that a namespace may see: private ones first, then those
   * exported to the namespace by name, then public ones; each group oldest first.
   *
   * @param gateway {@code namespace/name}, or {@code mesh} for sidecars
   */
  public ImmutableList<VirtualService> forGateway(String proxyNamespace, String gateway) {
    throw new UnsupportedOperationException();
  }
}
