// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

import com.google.auto.value.AutoValue;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.gateway.ServerTls;
import java.util.Optional;

/** An inbound listener of a sidecar (Istio reference: IstioIngressListener). */
@AutoValue
public abstract class IngressListener {
  IngressListener() {}

  /** Port of the listener, unique in the sidecar. Required: a missing port is an error. */
  public abstract SidecarPort port();

  /** IP address to listen on. Absent: an address of the proxy, else the wildcard address. */
  public abstract Optional<String> bind();

  /** Whether traffic is captured or the port is bound for real. Unset: DEFAULT. */
  public abstract CaptureMode captureMode();

  /**
   * Where traffic goes: {@code 127.0.0.1:port}, {@code 0.0.0.0:port}, an IPv6 form of these, or
   * {@code unix://path}. Absent: the original destination.
   */
  public abstract Optional<String> defaultEndpoint();

  /**
   * TLS for traffic from outside the mesh; works only with its feature switch on and mutual TLS
   * disabled. Absent: mesh mutual TLS rules.
   */
  public abstract Optional<ServerTls> tls();

  /**
   * Connection limits of this port, replacing {@code inboundConnectionPool} as a whole. Absent:
   * {@code inboundConnectionPool}.
   */
  public abstract Optional<ConnectionPool> connectionPool();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_IngressListener.Builder().captureMode(CaptureMode.DEFAULT);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link IngressListener}; required: {@code port}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link IngressListener#port()}. */
    public abstract Builder port(SidecarPort port);

    /** See {@link IngressListener#bind()}. */
    public abstract Builder bind(String bind);

    /** See {@link IngressListener#bind()}; empty clears it. */
    public abstract Builder bind(Optional<String> bind);

    /** See {@link IngressListener#captureMode()}. */
    public abstract Builder captureMode(CaptureMode captureMode);

    /** See {@link IngressListener#defaultEndpoint()}. */
    public abstract Builder defaultEndpoint(String defaultEndpoint);

    /** See {@link IngressListener#defaultEndpoint()}; empty clears it. */
    public abstract Builder defaultEndpoint(Optional<String> defaultEndpoint);

    /** See {@link IngressListener#tls()}. */
    public abstract Builder tls(ServerTls tls);

    /** See {@link IngressListener#tls()}; empty clears it. */
    public abstract Builder tls(Optional<ServerTls> tls);

    /** See {@link IngressListener#connectionPool()}. */
    public abstract Builder connectionPool(ConnectionPool connectionPool);

    /** See {@link IngressListener#connectionPool()}; empty clears it. */
    public abstract Builder connectionPool(Optional<ConnectionPool> connectionPool);

    /** Builds the value. */
    public abstract IngressListener build();
  }
}
