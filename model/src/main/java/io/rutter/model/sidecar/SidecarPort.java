// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

import com.google.auto.value.AutoValue;
import io.rutter.model.Protocol;
import java.util.Optional;
import java.util.OptionalInt;

/** Port of a sidecar listener (Istio reference: SidecarPort). */
@AutoValue
public abstract class SidecarPort {
  SidecarPort() {}

  /**
   * Port number, unique in its list. Range: 1 to 65535; absent or 0 only for an egress listener on
   * a Unix socket.
   */
  public abstract OptionalInt number();

  /**
   * What clients speak; {@link Protocol#HTTP_PROXY} for egress only. Absent, or {@link
   * Protocol#UNSUPPORTED}: detected from the traffic.
   */
  public abstract Optional<Protocol> protocol();

  /** Label of the port. Absent: no name. */
  public abstract Optional<String> name();

  /** Obsolete; validation rejects it. Default: absent. */
  public abstract OptionalInt targetPort();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_SidecarPort.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link SidecarPort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link SidecarPort#number()}. */
    public abstract Builder number(int number);

    /** See {@link SidecarPort#number()}; empty clears it. */
    public abstract Builder number(OptionalInt number);

    /** See {@link SidecarPort#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link SidecarPort#protocol()}; empty clears it. */
    public abstract Builder protocol(Optional<Protocol> protocol);

    /** See {@link SidecarPort#name()}. */
    public abstract Builder name(String name);

    /** See {@link SidecarPort#name()}; empty clears it. */
    public abstract Builder name(Optional<String> name);

    /** See {@link SidecarPort#targetPort()}. */
    public abstract Builder targetPort(int targetPort);

    /** See {@link SidecarPort#targetPort()}; empty clears it. */
    public abstract Builder targetPort(OptionalInt targetPort);

    /** Builds the value. */
    public abstract SidecarPort build();
  }
}
