// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Carries TCP connections to another host through an HTTP tunnel. Istio reference:
 * TrafficPolicy.TunnelSettings.
 */
@AutoValue
public abstract class Tunnel {
  Tunnel() {}

  /** Method that opens the tunnel. Absent: {@link TunnelMethod#CONNECT}. */
  public abstract Optional<TunnelMethod> protocol();

  /** Full name or IP address of the host at the tunnel's far end. */
  public abstract String targetHost();

  /** Port at the tunnel's far end, required, 1 to 65535. Absent: invalid. */
  public abstract OptionalInt targetPort();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Tunnel.Builder().targetHost("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Tunnel}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Tunnel#protocol()}. */
    public abstract Builder protocol(TunnelMethod protocol);

    /** See {@link Tunnel#protocol()}; empty clears it. */
    public abstract Builder protocol(Optional<TunnelMethod> protocol);

    /** See {@link Tunnel#targetHost()}. */
    public abstract Builder targetHost(String targetHost);

    /** See {@link Tunnel#targetPort()}. */
    public abstract Builder targetPort(int targetPort);

    /** See {@link Tunnel#targetPort()}; empty clears it. */
    public abstract Builder targetPort(OptionalInt targetPort);

    /** Builds the value. */
    public abstract Tunnel build();
  }
}
