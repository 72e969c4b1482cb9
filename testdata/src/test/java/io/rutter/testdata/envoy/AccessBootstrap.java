// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The bootstrap of {@link LoopbackBootstrap} with keys of the test, and with the test's own server
 * behind the clusters that Envoy asks whether calls are allowed. Keys that nobody knows stay. The
 * address that the PROXY protocol names is that of the peer.
 */
final class AccessBootstrap {
  private final UnaryOperator<JwtProvider> keys;
  private final Set<String> asksHttp = new HashSet<>();
  private final Set<String> asksGrpc = new HashSet<>();

  private AccessBootstrap(UnaryOperator<JwtProvider> keys) {
    this.keys = keys;
  }

  /**
   * The changed bootstrap.
   *
   * @param unknownKey the key set that stands for keys that nobody knows
   */
  static LoopbackBootstrap of(
      LoopbackBootstrap loopback, SignedTokens tokens, String unknownKey, ExtAuthzServer server) {
    Set<String> clusters = new HashSet<>(loopback.clusters().values());
    return of(
        loopback,
        new AccessBootstrap(rule -> withKeys(rule, tokens, unknownKey, clusters)),
        server);
  }

  /** The bootstrap with its own keys, and with the test's own server. */
  static LoopbackBootstrap withServices(LoopbackBootstrap loopback, ExtAuthzServer server) {
    return of(loopback, new AccessBootstrap(UnaryOperator.identity()), server);
  }

  private static LoopbackBootstrap of(
      LoopbackBootstrap loopback, AccessBootstrap changes, ExtAuthzServer server) {
    Bootstrap.Builder bootstrap = loopback.bootstrap().toBuilder();
    for (Listener.Builder listener :
        bootstrap.getStaticResourcesBuilder().getListenersBuilderList()) {
      for (FilterChain.Builder chain : listener.getFilterChainsBuilderList()) {
        changes.change(chain);
      }
      if (listener.hasDefaultFilterChain()) {
        changes.change(listener.getDefaultFilterChainBuilder());
      }
    }
    for (Cluster.Builder cluster : bootstrap.getStaticResourcesBuilder().getClustersBuilderList()) {
      changes.lead(cluster, server);
    }
    return new LoopbackBootstrap(bootstrap.build(), loopback.clusters());
  }

  private void change(FilterChain.Builder chain) {
    for (Filter.Builder filter : chain.getFiltersBuilderList()) {
      try {
        Any config = filter.getTypedConfig();
        if (config.is(HttpConnectionManager.class)) {
          filter.setTypedConfig(Any.pack(changed(config.unpack(HttpConnectionManager.class))));
        } else if (config.is(
            io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.class)) {
          asksGrpc.add(
              config
                  .unpack(
                      io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.class)
                  .getGrpcService()
                  .getEnvoyGrpc()
                  .getClusterName());
        } else {
          filter.setTypedConfig(PeerAddresses.in(config));
        }
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private HttpConnectionManager changed(HttpConnectionManager manager)
      throws InvalidProtocolBufferException {
    HttpConnectionManager.Builder result = manager.toBuilder();
    for (HttpFilter.Builder filter : result.getHttpFiltersBuilderList()) {
      Any config = filter.getTypedConfig();
      if (config.is(JwtAuthentication.class)) {
        filter.setTypedConfig(Any.pack(withKeys(config.unpack(JwtAuthentication.class))));
      } else if (config.is(ExtAuthz.class)) {
        ExtAuthz service = config.unpack(ExtAuthz.class);
        if (service.hasHttpService()) {
          asksHttp.add(service.getHttpService().getServerUri().getCluster());
        } else {
          asksGrpc.add(service.getGrpcService().getEnvoyGrpc().getClusterName());
        }
      } else {
        filter.setTypedConfig(PeerAddresses.in(config));
      }
    }
    return result.build();
  }

  private JwtAuthentication withKeys(JwtAuthentication filter) {
    JwtAuthentication.Builder result = filter.toBuilder();
    filter.getProvidersMap().forEach((name, rule) -> result.putProviders(name, keys.apply(rule)));
    return result.build();
  }

  private static JwtProvider withKeys(
      JwtProvider rule, SignedTokens tokens, String unknownKey, Set<String> clusters) {
    boolean unknown =
        rule.hasRemoteJwks()
            ? !clusters.contains(rule.getRemoteJwks().getHttpUri().getCluster())
            : rule.getLocalJwks().getInlineString().equals(unknownKey);
    return unknown
        ? rule
        : rule.toBuilder()
            .setLocalJwks(DataSource.newBuilder().setInlineString(tokens.keySet()))
            .build();
  }

  private void lead(Cluster.Builder cluster, ExtAuthzServer server) {
    boolean grpc = asksGrpc.contains(cluster.getName());
    if (grpc || asksHttp.contains(cluster.getName())) {
      Endpoint.Builder endpoint =
          cluster
              .getLoadAssignmentBuilder()
              .getEndpointsBuilder(0)
              .getLbEndpointsBuilder(0)
              .getEndpointBuilder();
      endpoint
          .getAddressBuilder()
          .getSocketAddressBuilder()
          .setPortValue(grpc ? server.grpcPort() : server.httpPort());
    }
    if (grpc) {
      cluster.putTypedExtensionProtocolOptions(
          "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
          Any.pack(
              HttpProtocolOptions.newBuilder()
                  .setExplicitHttpConfig(
                      HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                          .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance()))
                  .build()));
    }
  }
}
