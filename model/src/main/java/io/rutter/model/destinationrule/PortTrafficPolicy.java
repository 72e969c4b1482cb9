// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Policy for one port of a service, at least one part of which must be given. Istio reference:
 * TrafficPolicy.PortTrafficPolicy. It replaces the policy around it as a whole for that port.
 */
@AutoValue
public abstract class PortTrafficPolicy {
  PortTrafficPolicy() {}

  /** Port of the service, required. Absent: invalid. */
  public abstract OptionalInt port();

  /** How an endpoint is chosen. Absent: least request. */
  public abstract Optional<LoadBalancer> loadBalancer();

  /**
   * Limits and timeouts of connections. Absent: that of the mesh's default traffic policy, if any.
   */
  public abstract Optional<ConnectionPool> connectionPool();

  /**
   * When failing endpoints are taken out of use. Absent: that of the mesh's default traffic policy,
   * if any.
   */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** TLS towards the endpoints. Absent: automatic mutual TLS where it applies, else plain text. */
  public abstract Optional<ClientTls> tls();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_PortTrafficPolicy.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link PortTrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link PortTrafficPolicy#port()}. */
    public abstract Builder port(int port);

    /** See {@link PortTrafficPolicy#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link PortTrafficPolicy#loadBalancer()}. */
    public abstract Builder loadBalancer(LoadBalancer loadBalancer);

    /** See {@link PortTrafficPolicy#loadBalancer()}; empty clears it. */
    public abstract Builder loadBalancer(Optional<LoadBalancer> loadBalancer);

    /** See {@link PortTrafficPolicy#connectionPool()}. */
    public abstract Builder connectionPool(ConnectionPool connectionPool);

    /** See {@link PortTrafficPolicy#connectionPool()}; empty clears it. */
    public abstract Builder connectionPool(Optional<ConnectionPool> connectionPool);

    /** See {@link PortTrafficPolicy#outlierDetection()}. */
    public abstract Builder outlierDetection(OutlierDetection outlierDetection);

    /** See {@link PortTrafficPolicy#outlierDetection()}; empty clears it. */
    public abstract Builder outlierDetection(Optional<OutlierDetection> outlierDetection);

    /** See {@link PortTrafficPolicy#tls()}. */
    public abstract Builder tls(ClientTls tls);

    /** See {@link PortTrafficPolicy#tls()}; empty clears it. */
    public abstract Builder tls(Optional<ClientTls> tls);

    /** Builds the value. */
    public abstract PortTrafficPolicy build();
  }
}
