// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import org.junit.jupiter.api.Test;

/** Configurations of other software: forms of values that Envoy reads beside protobuf's own. */
class EnvoyJsonTest {
  @Test
  void durationsMayBeObjects() {
    Cluster cluster =
        EnvoyResources.parse(
                "{clusters: [{name: a, connect_timeout: {seconds: 3, nanos: 5000000}}]}")
            .clusters()
            .get(0);
    Route route =
        EnvoyResources.parse(
                "{virtual_hosts: [{name: v, domains: [a], routes: [{match: {prefix: \"/\"},"
                    + " route: {cluster: a, timeout: {nanos: 0}}}]}]}")
            .routes()
            .get(0)
            .getVirtualHosts(0)
            .getRoutes(0);

    assertThat(cluster.getConnectTimeout())
        .isEqualTo(Duration.newBuilder().setSeconds(3).setNanos(5_000_000).build());
    assertThat(route.getRoute().hasTimeout()).isTrue();
    assertThat(route.getRoute().getTimeout()).isEqualTo(Duration.getDefaultInstance());
  }

  @Test
  void wrappedValuesMayBeObjects() throws InvalidProtocolBufferException {
    EnvoyResources resources =
        EnvoyResources.parse(
            """
            {clusters: [{name: a, per_connection_buffer_limit_bytes: {value: 500}}],
             listeners: [{name: l, filter_chains: [{filters: [{name: t, typed_config: {
               "@type": "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
               max_connect_attempts: {value: 7}, idle_timeout: {seconds: "2"}}}]}]}]}
            """);
    Listener listener = resources.listeners().get(0);
    TcpProxy proxy =
        listener.getFilterChains(0).getFilters(0).getTypedConfig().unpack(TcpProxy.class);

    assertThat(resources.clusters().get(0).getPerConnectionBufferLimitBytes().getValue())
        .isEqualTo(500);
    assertThat(proxy.getMaxConnectAttempts().getValue()).isEqualTo(7);
    assertThat(proxy.getIdleTimeout().getSeconds()).isEqualTo(2);
  }

  @Test
  void metadataStaysAsItIs() {
    Cluster cluster =
        EnvoyResources.parse(
                "{clusters: [{name: a, metadata: {filter_metadata: {f: {at: {seconds: 3}}}}}]}")
            .clusters()
            .get(0);

    assertThat(
            cluster
                .getMetadata()
                .getFilterMetadataOrThrow("f")
                .getFieldsOrThrow("at")
                .getStructValue()
                .getFieldsOrThrow("seconds")
                .getNumberValue())
        .isEqualTo(3);
  }

  @Test
  void otherObjectsAreNoDurations() {
    assertThatThrownBy(
            () -> EnvoyResources.parse("{clusters: [{name: a, connect_timeout: {second: 3}}]}"))
        .isInstanceOf(EnvoyJsonException.class)
        .hasMessageContaining("clusters[0]");
  }
}
