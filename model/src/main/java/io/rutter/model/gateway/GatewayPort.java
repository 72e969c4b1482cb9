// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
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

  /**
   * HTTP, HTTP2, GRPC, GRPC-WEB, HTTPS, TLS, TCP, MONGO, REDIS or MYSQL, in any letter case.
   * Required: a missing or unknown value is an error.
   */
  public abstract String protocol();

  /**
   * Label of the port, unique within the gateway and part of the route name of HTTPS servers.
   * Required: a missing name is an error.
   */
  public abstract String name();

  /** Obsolete and refused by validation. Absent: as it must be. */
  public abstract OptionalInt targetPort();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_GatewayPort.Builder().protocol("").name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link GatewayPort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link GatewayPort#number()}. */
    public abstract Builder number(int number);

    /** See {@link GatewayPort#protocol()}. */
    public abstract Builder protocol(String protocol);

    /** See {@link GatewayPort#name()}. */
    public abstract Builder name(String name);

    /** See {@link GatewayPort#targetPort()}. */
    public abstract Builder targetPort(int targetPort);

    /** Builds the value. */
    public abstract GatewayPort build();
  }
}
