// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import io.rutter.model.Protocol;
import io.rutter.model.internal.builder.DerivedDefault;
import java.util.Optional;

/** One port of a {@link Service}. */
@AutoValue
public abstract class ServicePort {
  ServicePort() {}

  /** The port that clients use. Range: 1 to 65535. */
  public abstract int number();

  /**
   * The name, unique within the service; joins the port to the {@link Endpoint}s. Empty where the
   * service has one port without a name.
   */
  public abstract String name();

  /**
   * The protocol. Default: the protocol in the {@linkplain ProtocolSelection name of the port}, for
   * example HTTP for {@code http-web}; undeclared for other names.
   */
  public abstract Protocol protocol();

  /** The workload's port. Absent: the same number. */
  public abstract Optional<TargetPort> targetPort();

  /** A port whose {@linkplain ProtocolSelection protocol} its name says: {@code http-web}. */
  public static ServicePort of(int number, String name) {
    return builder().number(number).name(name).build();
  }

  /** A port with a protocol, whatever its name says. */
  public static ServicePort of(int number, String name, Protocol protocol) {
    return builder().number(number).name(name).protocol(protocol).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServicePort.Builder().number(0).name("");
  }

  /**
   * A builder that starts from this value. A {@link #protocol()} that is the default follows name
   * and number.
   */
  public final Builder toBuilder() {
    Builder builder = autoToBuilder();
    builder.named.startAt(ProtocolSelection.select(number(), name()));
    return builder;
  }

  abstract Builder autoToBuilder();

  /** Builds a {@link ServicePort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    private final DerivedDefault<Protocol> named = new DerivedDefault<>();

    Builder() {}

    /** See {@link ServicePort#number()}. */
    public abstract Builder number(int number);

    /** See {@link ServicePort#name()}. */
    public abstract Builder name(String name);

    /** See {@link ServicePort#protocol()}. */
    public abstract Builder protocol(Protocol protocol);

    /** See {@link ServicePort#targetPort()}. */
    public abstract Builder targetPort(TargetPort targetPort);

    /** See {@link ServicePort#targetPort()}; empty clears it. */
    public abstract Builder targetPort(Optional<TargetPort> targetPort);

    abstract int number();

    abstract String name();

    abstract Optional<Protocol> protocol();

    abstract ServicePort autoBuild();

    /** Builds the value. */
    public final ServicePort build() {
      return protocol(named.of(protocol(), () -> ProtocolSelection.select(number(), name())))
          .autoBuild();
    }
  }
}
