// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.proxy.InterceptionMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings of a proxy (Istio reference: ProxyConfig). Only what changes listeners, clusters, routes
 * or endpoints is kept.
 */
@AutoValue
public abstract class ProxyConfig {
  ProxyConfig() {}

  /** How traffic is captured; the node metadata of the proxy wins. Unset: REDIRECT. */
  public abstract InterceptionMode interceptionMode();

  /** Sampling and tags of traces. Absent: defaults. */
  public abstract Optional<Tracing> tracing();

  /**
   * Environment of the proxy; a key {@code ISTIO_META_X} becomes the node metadata X, such as
   * DNS_CAPTURE. Empty: none.
   */
  public abstract ImmutableMap<String, String> proxyMetadata();

  /**
   * Trusted proxies in front of gateways. Absent: none, and client certificate headers are
   * replaced.
   */
  public abstract Optional<GatewayTopology> gatewayTopology();

  /** Headers that proxies add. Absent: defaults. */
  public abstract Optional<ProxyHeaders> proxyHeaders();

  /** Time limits and buffers of client connections. Absent: none is written. */
  public abstract Optional<ConnectionSettings> connectionSettings();

  /**
   * Id of the mesh, which injection copies to the node metadata MESH_ID for a tag of traces.
   * Absent: {@code unknown} unless the node metadata has one.
   */
  public abstract Optional<String> meshId();

  /**
   * Port of the agent's health endpoint, where no wildcard listener is made; the node metadata of
   * the proxy counts. Absent: 15020.
   */
  public abstract OptionalInt statusPort();

  /** Service name of the proxy in traces. Absent: {@code istio-proxy}. */
  public abstract Optional<ProxyClusterName> clusterName();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProxyConfig.Builder()
        .interceptionMode(InterceptionMode.REDIRECT)
        .proxyMetadata(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProxyConfig}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProxyConfig#interceptionMode()}. */
    public abstract Builder interceptionMode(InterceptionMode interceptionMode);

    /** See {@link ProxyConfig#tracing()}. */
    public abstract Builder tracing(Tracing tracing);

    /** See {@link ProxyConfig#tracing()}; empty clears it. */
    public abstract Builder tracing(Optional<Tracing> tracing);

    /** See {@link ProxyConfig#proxyMetadata()}. */
    public abstract Builder proxyMetadata(Map<String, String> proxyMetadata);

    /** See {@link ProxyConfig#gatewayTopology()}. */
    public abstract Builder gatewayTopology(GatewayTopology gatewayTopology);

    /** See {@link ProxyConfig#gatewayTopology()}; empty clears it. */
    public abstract Builder gatewayTopology(Optional<GatewayTopology> gatewayTopology);

    /** See {@link ProxyConfig#proxyHeaders()}. */
    public abstract Builder proxyHeaders(ProxyHeaders proxyHeaders);

    /** See {@link ProxyConfig#proxyHeaders()}; empty clears it. */
    public abstract Builder proxyHeaders(Optional<ProxyHeaders> proxyHeaders);

    /** See {@link ProxyConfig#connectionSettings()}. */
    public abstract Builder connectionSettings(ConnectionSettings connectionSettings);

    /** See {@link ProxyConfig#connectionSettings()}; empty clears it. */
    public abstract Builder connectionSettings(Optional<ConnectionSettings> connectionSettings);

    /** See {@link ProxyConfig#meshId()}. */
    public abstract Builder meshId(String meshId);

    /** See {@link ProxyConfig#meshId()}; empty clears it. */
    public abstract Builder meshId(Optional<String> meshId);

    /** See {@link ProxyConfig#statusPort()}. */
    public abstract Builder statusPort(int statusPort);

    /** See {@link ProxyConfig#statusPort()}; empty clears it. */
    public abstract Builder statusPort(OptionalInt statusPort);

    /** See {@link ProxyConfig#clusterName()}. */
    public abstract Builder clusterName(ProxyClusterName clusterName);

    /** See {@link ProxyConfig#clusterName()}; empty clears it. */
    public abstract Builder clusterName(Optional<ProxyClusterName> clusterName);

    /** Builds the value. */
    public abstract ProxyConfig build();
  }
}
