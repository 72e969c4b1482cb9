// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.security.MutualTlsMode;
import java.util.Map;

/** Which mutual TLS mode holds for a workload and a port. Istio document: PeerAuthentication. */
public final class PeerAuthenticationIndex {
  private PeerAuthenticationIndex() {}

  /** Sorts the policies by scope and age. */
  public static PeerAuthenticationIndex of(MeshSnapshot snapshot, MeshSettings settings) {
    throw new UnsupportedOperationException();
  }

  /**
   * What holds for one workload.
   *
   * @param mode for ports without a mode of their own; never UNSET
   * @param portModes by target port; never UNSET
   */
  public record Effective(MutualTlsMode mode, ImmutableMap<Integer, MutualTlsMode> portModes) {
    /** The mode of a target port. */
    public MutualTlsMode modeOf(int targetPort) {
      return portModes.getOrDefault(targetPort, mode);
    }
  }

  /** The mode of a workload: its own policies, its namespace's, the mesh's, else PERMISSIVE. */
  public Effective forWorkload(String namespace, Map<String, String> labels) {
    throw new UnsupportedOperationException();
  }

  /** The mode of a namespace: its own policy without selector, the mesh's, else PERMISSIVE. */
  public MutualTlsMode forNamespace(String namespace) {
    throw new UnsupportedOperationException();
  }
}
