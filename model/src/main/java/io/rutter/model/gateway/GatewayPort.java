// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
import io.rutter.model.Protocol;
import java.util.OptionalInt;

/**
 * Port of a gateway server (Istio reference: Port). The listener uses the target port of the
 * Service in front of the gateway that has this number.
 */
@AutoValue
public abstract class GatewayPort {
  GatewayPort() {}

  /**
   * Port number as clients see it, also used by virtual services and in host names. Range: 1 to
   * 65535, or 0 with a Unix socket; absent is an error otherwise.
   */
  public abstract OptionalInt number();

  /** What clients speak. Required: the default, {@link Protocol#UNSUPPORTED}, is an error. */
  public abstract Protocol protocol();

  /**
   * Label of the port, unique within the gateway and part of the route name of HTTPS servers.
   * Required: a missing name is an error.
   */
  public abstract String name();

  /** Obsolete; validation rejects it. Default: absent. */
  public abstract OptionalInt targetPort();

  /** A port with all that it must have. */
  public static GatewayPort of(int number, Protocol protocol, String name) {
    return builder().number(number).protocol(protocol).name(name).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_GatewayPort.Builder().protocol(Protocol.UNSUPPORTED).name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link GatewayPort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link GatewayPort#number()}. */
    public abstract Builder number(int number);

    /** See {@link GatewayPort#number()}; empty clears it. */
    public abstract Builder number(OptionalInt number);

    /** See {@link GatewayPort#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link GatewayPort#name()}. */
    public abstract Builder name(String name);

    /** See {@link GatewayPort#targetPort()}. */
    public abstract Builder targetPort(int targetPort);

    /** See {@link GatewayPort#targetPort()}; empty clears it. */
    public abstract Builder targetPort(OptionalInt targetPort);

    /** Builds the value. */
    public abstract GatewayPort build();
  }
}
