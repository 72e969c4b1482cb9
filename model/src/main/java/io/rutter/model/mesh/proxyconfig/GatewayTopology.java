// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalLong;

/** What is in front of gateways (Istio reference: Topology). */
@AutoValue
public abstract class GatewayTopology {
  GatewayTopology() {}

  /**
   * Number of trusted proxies in front, to find the client address in {@code X-Forwarded-For}.
   * Absent or 0: the direct peer is the client.
   */
  public abstract OptionalLong numTrustedProxies();

  /** Treatment of the header {@code X-Forwarded-Client-Cert} by gateways. Unset: SANITIZE_SET. */
  public abstract ForwardClientCertDetails forwardClientCertDetails();

  /**
   * Present, even if empty: gateways expect the PROXY protocol on connections. Absent: they do not.
   */
  public abstract Optional<ProxyProtocolConfiguration> proxyProtocol();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_GatewayTopology.Builder()
        .forwardClientCertDetails(ForwardClientCertDetails.UNDEFINED);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link GatewayTopology}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link GatewayTopology#numTrustedProxies()}. */
    public abstract Builder numTrustedProxies(long numTrustedProxies);

    /** See {@link GatewayTopology#numTrustedProxies()}; empty clears it. */
    public abstract Builder numTrustedProxies(OptionalLong numTrustedProxies);

    /** See {@link GatewayTopology#forwardClientCertDetails()}. */
    public abstract Builder forwardClientCertDetails(
        ForwardClientCertDetails forwardClientCertDetails);

    /** See {@link GatewayTopology#proxyProtocol()}. */
    public abstract Builder proxyProtocol(ProxyProtocolConfiguration proxyProtocol);

    /** See {@link GatewayTopology#proxyProtocol()}; empty clears it. */
    public abstract Builder proxyProtocol(Optional<ProxyProtocolConfiguration> proxyProtocol);

    /** Builds the value. */
    public abstract GatewayTopology build();
  }
}
