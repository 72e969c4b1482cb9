// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import io.rutter.model.Protocol;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a service entry (Istio reference: ServicePort). The protocol comes from its own field
 * only; the name is never parsed for it.
 */
@AutoValue
public abstract class ServiceEntryPort {
  ServiceEntryPort() {}

  /**
   * Port number that clients use and that cluster names carry. Range: 1 to 65535; absent or 0 is an
   * error.
   */
  public abstract OptionalInt number();

  /** What clients speak. Absent, or {@link Protocol#UNSUPPORTED}: detected from the traffic. */
  public abstract Optional<Protocol> protocol();

  /**
   * Unique label of the port, to which the endpoint {@code ports} maps refer. Required: a missing
   * name is an error.
   */
  public abstract String name();

  /**
   * Port of the endpoint that receives the traffic; with resolution NONE it overrides the original
   * destination port. Range: 1 to 65535; absent: equal to {@code number}.
   */
  public abstract OptionalInt targetPort();

  /** A port with all that it must have; its name says nothing of its protocol. */
  public static ServiceEntryPort of(int number, Protocol protocol, String name) {
    return builder().number(number).protocol(protocol).name(name).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEntryPort.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEntryPort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEntryPort#number()}. */
    public abstract Builder number(int number);

    /** See {@link ServiceEntryPort#number()}; empty clears it. */
    public abstract Builder number(OptionalInt number);

    /** See {@link ServiceEntryPort#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link ServiceEntryPort#protocol()}; empty clears it. */
    public abstract Builder protocol(Optional<Protocol> protocol);

    /** See {@link ServiceEntryPort#name()}. */
    public abstract Builder name(String name);

    /** See {@link ServiceEntryPort#targetPort()}. */
    public abstract Builder targetPort(int targetPort);

    /** See {@link ServiceEntryPort#targetPort()}; empty clears it. */
    public abstract Builder targetPort(OptionalInt targetPort);

    /** Builds the value. */
    public abstract ServiceEntryPort build();
  }
}
