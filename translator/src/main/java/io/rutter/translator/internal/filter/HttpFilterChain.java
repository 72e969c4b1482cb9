// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.authorization.AuthorizationFilters;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The HTTP filters of a connection manager and their order. Routes configure fault and CORS one by
 * one, so both are always there. Filters that only Istio's own proxy has are left out.
 */
final class HttpFilterChain {
  private record Row(
      String reason,
      BiFunction<ProxyScope, HttpConnectionManagerOptions, List<HttpFilter>> filters) {}

  private static final ImmutableList<Row> ROWS =
      ImmutableList.of(
          new Row(
              "who may not call is told so before anything else is done",
              (scope, options) ->
                  options.listenerClass() == ListenerClass.SIDECAR_OUTBOUND
                      ? List.of()
                      : AuthorizationFilters.http(scope)),
          new Row(
              "gRPC-Web becomes gRPC before a filter looks at it",
              (scope, options) ->
                  options.protocol() == Protocol.GRPC_WEB
                      ? List.of(HttpFilters.GRPC_WEB)
                      : List.of()),
          new Row(
              "counts what clients send, also what a later filter refuses",
              (scope, options) -> List.of(HttpFilters.GRPC_STATS)),
          new Row(
              "a fault is injected before CORS answers, so that preflights see it",
              (scope, options) -> List.of(HttpFilters.FAULT)),
          new Row(
              "answers preflights, which must not reach the network",
              (scope, options) -> List.of(HttpFilters.CORS)),
          new Row(
              "looks the host up, only for requests that go on",
              HttpFilterChain::dynamicForwardProxy),
          new Row(
              "as above, for hosts that no service claims",
              HttpFilterChain::dynamicForwardProxyForUnknownHosts),
          new Row(
              "ends the chain: sends the request upstream",
              (scope, options) ->
                  List.of(
                      HttpFilters.router(
                          ProxyHeadersTranslator.suppressesDebugHeaders(
                              ProxyConfigs.of(scope).proxyHeaders())))));

  private HttpFilterChain() {}

  static ImmutableList<HttpFilter> filters(ProxyScope scope, HttpConnectionManagerOptions options) {
    return ROWS.stream()
        .flatMap(row -> row.filters().apply(scope, options).stream())
        .collect(toImmutableList());
  }

  private static List<HttpFilter> dynamicForwardProxy(
      ProxyScope scope, HttpConnectionManagerOptions options) {
    return options.listenerClass() == ListenerClass.SIDECAR_OUTBOUND
        ? options
            .service()
            .filter(DynamicForwardProxyFilters::applies)
            .map(service -> List.of(DynamicForwardProxyFilters.http(scope, service)))
            .orElse(List.of())
        : List.of();
  }

  private static List<HttpFilter> dynamicForwardProxyForUnknownHosts(
      ProxyScope scope, HttpConnectionManagerOptions options) {
    return options.listenerClass() == ListenerClass.SIDECAR_OUTBOUND
            && scope.sidecar().outboundPolicy().mode() == OutboundPolicy.Mode.ALLOW_ANY_DYNAMIC_DNS
        ? List.of(DynamicForwardProxyFilters.httpAllowAny(scope))
        : List.of();
  }
}
