// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * One port with the hosts and TLS settings it serves (Istio reference: Server). Merge rule: servers
 * on a port merge only when protocols and TLS agree.
 */
@AutoValue
public abstract class GatewayServer {
  GatewayServer() {}

  /** Port to listen on. Required: a missing port is an error. */
  public abstract GatewayPort port();

  /**
   * IP address, or {@code unix://} path with port number 0, to listen on. Absent: the wildcard
   * address.
   */
  public abstract Optional<String> bind();

  /**
   * Hosts served, each {@code host} or {@code namespace/host}, where the namespace may be {@code *}
   * or {@code .}; a host needs a dot or is {@code *}. Required: an empty list is an error.
   */
  public abstract ImmutableList<String> hosts();

  /**
   * TLS behaviour of the port; required with protocol HTTPS or TLS, and with HTTP only the redirect
   * is allowed. Absent: plain text.
   */
  public abstract Optional<ServerTls> tls();

  /**
   * Loopback address and port, or Unix socket, for traffic by default; gateways do not implement
   * it. Absent: no effect.
   */
  public abstract Optional<String> defaultEndpoint();

  /**
   * Name of the server, used as the statistics prefix of HTTPS servers. Absent: the prefix comes
   * from the listener name.
   */
  public abstract Optional<String> name();

  /** A server without TLS for these hosts; {@code *} is every host. */
  public static GatewayServer of(GatewayPort port, String... hosts) {
    return builder().port(port).hosts(hosts).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_GatewayServer.Builder().hosts(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link GatewayServer}; required: {@code port}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link GatewayServer#port()}. */
    public abstract Builder port(GatewayPort port);

    /** See {@link GatewayServer#bind()}. */
    public abstract Builder bind(String bind);

    /** See {@link GatewayServer#bind()}; empty clears it. */
    public abstract Builder bind(Optional<String> bind);

    /** See {@link GatewayServer#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link GatewayServer#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** See {@link GatewayServer#tls()}. */
    public abstract Builder tls(ServerTls tls);

    /** See {@link GatewayServer#tls()}; empty clears it. */
    public abstract Builder tls(Optional<ServerTls> tls);

    /** See {@link GatewayServer#defaultEndpoint()}. */
    public abstract Builder defaultEndpoint(String defaultEndpoint);

    /** See {@link GatewayServer#defaultEndpoint()}; empty clears it. */
    public abstract Builder defaultEndpoint(Optional<String> defaultEndpoint);

    /** See {@link GatewayServer#name()}. */
    public abstract Builder name(String name);

    /** See {@link GatewayServer#name()}; empty clears it. */
    public abstract Builder name(Optional<String> name);

    /** Builds the value. */
    public abstract GatewayServer build();
  }
}
