// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Which endpoints belong to a network (Istio reference: Network.NetworkEndpoints). */
@AutoValue
public abstract class NetworkEndpoints {
  NetworkEndpoints() {}

  /** How endpoints are recognized, by address or by registry. Absent: none. */
  public abstract Optional<NetworkEndpointsSource> source();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_NetworkEndpoints.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link NetworkEndpoints}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link NetworkEndpoints#source()}. */
    public abstract Builder source(NetworkEndpointsSource source);

    /** See {@link NetworkEndpoints#source()}; empty clears it. */
    public abstract Builder source(Optional<NetworkEndpointsSource> source);

    /** Builds the value. */
    public abstract NetworkEndpoints build();
  }
}
