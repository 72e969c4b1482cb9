// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service, a subset of it and a port of it, to send traffic to. Istio reference: Destination.
 * Whether these exist is not checked: an unknown one still gives a cluster name, and Envoy answers
 * 503.
 */
@AutoValue
public abstract class Destination {
  Destination() {}

  /**
   * Host of a service in the registry; a short name is completed with the namespace of the document
   * that holds it.
   */
  public abstract String host();

  /**
   * Name of a subset that a DestinationRule for the host defines. Absent: all endpoints of the
   * service.
   */
  public abstract Optional<String> subset();

  /**
   * Port of the service, 1 to 65535. Absent: on sidecars the port of the listener; on gateways the
   * only port of the service, or the port of the server if there are several.
   */
  public abstract OptionalInt port();

  /** All endpoints of a host, on the port that {@link #port()} describes for absence. */
  public static Destination of(String host) {
    return builder().host(host).build();
  }

  /** All endpoints of a host, on that port of its service. */
  public static Destination of(String host, int port) {
    return builder().host(host).port(port).build();
  }

  /** The endpoints of a subset that a DestinationRule for the host defines. */
  public static Destination of(String host, String subset) {
    return builder().host(host).subset(subset).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Destination.Builder().host("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Destination}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Destination#host()}. */
    public abstract Builder host(String host);

    /** See {@link Destination#subset()}. */
    public abstract Builder subset(String subset);

    /** See {@link Destination#subset()}; empty clears it. */
    public abstract Builder subset(Optional<String> subset);

    /** See {@link Destination#port()}. */
    public abstract Builder port(int port);

    /** See {@link Destination#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** Builds the value. */
    public abstract Destination build();
  }
}
