// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.network;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/** A gateway of a network (Istio reference: Network.IstioNetworkGateway). */
@AutoValue
public abstract class NetworkGateway {
  NetworkGateway() {}

  /** The gateway, by service or by address. Required. */
  public abstract Optional<NetworkGatewayAddress> gateway();

  /** Port of the gateway, usually 15443. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** Locality of the gateway, not used in the output. Absent: none. */
  public abstract Optional<String> locality();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_NetworkGateway.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link NetworkGateway}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link NetworkGateway#gateway()}. */
    public abstract Builder gateway(NetworkGatewayAddress gateway);

    /** See {@link NetworkGateway#gateway()}; empty clears it. */
    public abstract Builder gateway(Optional<NetworkGatewayAddress> gateway);

    /** See {@link NetworkGateway#port()}. */
    public abstract Builder port(int port);

    /** See {@link NetworkGateway#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link NetworkGateway#locality()}. */
    public abstract Builder locality(String locality);

    /** See {@link NetworkGateway#locality()}; empty clears it. */
    public abstract Builder locality(Optional<String> locality);

    /** Builds the value. */
    public abstract NetworkGateway build();
  }
}
