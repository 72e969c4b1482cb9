// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.connection.ConnectionInspection;
import io.rutter.inspect.internal.simulator.connection.FilterChainChoice;
import io.rutter.inspect.internal.simulator.connection.ListenerChoice;
import io.rutter.inspect.internal.simulator.connection.TlsHandshake;
import io.rutter.model.problem.SourceMap;
import java.util.Optional;

/**
 * Where a connection ends on one side.
 *
 * @param side the side
 * @param chain the filter chain; absent: none takes the connection
 * @param error why the connection gets no further
 * @param serverName the server name of the handshake, as the listener reads it
 * @param manager the connection manager of the chain; absent: it has none
 */
public record CallEnd(
    ProxySide side,
    Optional<FilterChain> chain,
    Optional<CallError> error,
    String serverName,
    Optional<HttpConnectionManager> manager) {

  /** The end of this call's connection. */
  public static CallEnd of(ProxySide side, Call call) {
    Trail trail = Trail.start(SourceMap.NONE);
    ResourceIndex index = side.index();
    Optional<Listener> listener = ListenerChoice.choose(index.listeners(), call, trail);
    if (listener.isEmpty()) {
      return failed(side, Optional.empty(), CallError.NO_LISTENER, "");
    }
    Connection connection = ConnectionInspection.inspect(listener.get(), call, trail);
    FilterChainChoice.Outcome outcome = FilterChainChoice.choose(listener.get(), connection);
    if (outcome.chains().size() > 1) {
      return failed(
          side, Optional.empty(), CallError.MULTIPLE_FILTER_CHAINS, connection.serverName());
    }
    Optional<FilterChain> chain =
        outcome.chains().stream()
            .findFirst()
            .or(
                () ->
                    listener.get().hasDefaultFilterChain()
                        ? Optional.of(listener.get().getDefaultFilterChain())
                        : Optional.empty());
    if (chain.isEmpty()) {
      return failed(side, chain, CallError.NO_FILTER_CHAIN, connection.serverName());
    }
    Optional<CallError> refused = TlsHandshake.check(chain.get(), call, trail);
    if (refused.isPresent()) {
      return failed(side, chain, refused.get(), connection.serverName());
    }
    return new CallEnd(
        side,
        chain,
        Optional.empty(),
        connection.serverName(),
        chain.get().getFiltersList().stream()
            .flatMap(filter -> index.manager(filter.getTypedConfig()).stream())
            .findFirst());
  }

  private static CallEnd failed(
      ProxySide side, Optional<FilterChain> chain, CallError error, String serverName) {
    return new CallEnd(side, chain, Optional.of(error), serverName, Optional.empty());
  }

  /** The settings of connections: of the connection manager without routes, or the TCP proxy. */
  public Optional<Message> settings() {
    if (manager.isPresent()) {
      return Optional.of(ConnectionSettingsOf.manager(manager.get()));
    }
    return chain.stream()
        .flatMap(one -> one.getFiltersList().stream())
        .map(Filter::getTypedConfig)
        .flatMap(config -> tcp(config).stream())
        .findFirst();
  }

  private static Optional<Message> tcp(Any config) {
    return UnpackedConfig.of(config, TcpProxy.class).map(ConnectionSettingsOf::tcp);
  }
}
