// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** The networks of the mesh and their gateways (Istio reference: MeshNetworks). */
@AutoValue
public abstract class MeshNetworks {
  MeshNetworks() {}

  /** Networks by name. Empty: all endpoints reach each other directly. */
  public abstract ImmutableMap<String, Network> networks();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MeshNetworks.Builder().networks(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MeshNetworks}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshNetworks#networks()}. */
    public abstract Builder networks(Map<String, Network> networks);

    /** Builds the value. */
    public abstract MeshNetworks build();
  }
}
