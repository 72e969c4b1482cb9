// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** A network in which all endpoints reach each other (Istio reference: Network). */
@AutoValue
public abstract class Network {
  Network() {}

  /**
   * Which endpoints belong to it. Required by the API; empty: only endpoints that name the network.
   */
  public abstract ImmutableList<NetworkEndpoints> endpoints();

  /**
   * Gateways by which other networks reach it, over mutual TLS. Required by the API; empty: its
   * endpoints are addressed directly.
   */
  public abstract ImmutableList<NetworkGateway> gateways();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Network.Builder()
        .endpoints(ImmutableList.of())
        .gateways(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Network}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Network#endpoints()}. */
    public abstract Builder endpoints(List<NetworkEndpoints> endpoints);

    /** See {@link Network#endpoints()}. */
    public abstract Builder endpoints(NetworkEndpoints... endpoints);

    /** See {@link Network#gateways()}. */
    public abstract Builder gateways(List<NetworkGateway> gateways);

    /** See {@link Network#gateways()}. */
    public abstract Builder gateways(NetworkGateway... gateways);

    /** Builds the value. */
    public abstract Network build();
  }
}
