// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.translator.XdsResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of policies that a proxy gets, by name; each of its chains has all of them.
 *
 * @param chains the filter chains that have rules
 */
record EmittedPolicies(List<FilterChain> chains) {
  private static final String JWT_FILTER = "envoy.filters.http.jwt_authn";

  static EmittedPolicies of(XdsResources resources) {
    return new EmittedPolicies(
        resources.listeners().stream()
            .flatMap(listener -> chains(listener))
            .filter(chain -> rules(chain).findAny().isPresent())
            .toList());
  }

  private static Stream<FilterChain> chains(Listener listener) {
    return Stream.concat(
        listener.getFilterChainsList().stream(),
        listener.hasDefaultFilterChain()
            ? Stream.of(listener.getDefaultFilterChain())
            : Stream.empty());
  }

  /** Rules for requests, of one action. */
  Map<String, Policy> http(RBAC.Action action) {
    return policies(chains.stream().flatMap(EmittedPolicies::httpRules), action);
  }

  /** Rules for connections, of one action. */
  Map<String, Policy> tcp(RBAC.Action action) {
    return policies(chains.stream().flatMap(EmittedPolicies::tcpRules), action);
  }

  /** Of all filters with the action: what cannot be asked about is denied by one of its own. */
  private static Map<String, Policy> policies(Stream<RBAC> rules, RBAC.Action action) {
    Map<String, Policy> found = new LinkedHashMap<>();
    rules
        .filter(filter -> filter.getAction() == action)
        .forEach(filter -> found.putAll(filter.getPoliciesMap()));
    return found;
  }

  /** Whether tokens are looked at. */
  boolean checksTokens() {
    return chains.stream()
        .flatMap(EmittedPolicies::httpFilters)
        .anyMatch(filter -> filter.getName().equals(JWT_FILTER));
  }

  /** The issuers whose tokens are looked at. */
  Stream<String> issuers() {
    return chains.stream()
        .flatMap(EmittedPolicies::httpFilters)
        .map(HttpFilter::getTypedConfig)
        .filter(config -> config.is(JwtAuthentication.class))
        .flatMap(
            config -> unpack(config, JwtAuthentication.class).getProvidersMap().values().stream())
        .map(JwtProvider::getIssuer);
  }

  /** Whether a chain asks clients for a certificate. */
  boolean knowsClients() {
    return chains.stream()
        .filter(FilterChain::hasTransportSocket)
        .map(chain -> chain.getTransportSocket().getTypedConfig())
        .filter(config -> config.is(DownstreamTlsContext.class))
        .anyMatch(
            config ->
                unpack(config, DownstreamTlsContext.class)
                    .getRequireClientCertificate()
                    .getValue());
  }

  private static Stream<RBAC> rules(FilterChain chain) {
    return Stream.concat(httpRules(chain), tcpRules(chain));
  }

  private static Stream<RBAC> httpRules(FilterChain chain) {
    return httpFilters(chain)
        .map(HttpFilter::getTypedConfig)
        .filter(config -> config.is(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class))
        .map(
            config ->
                unpack(config, io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class))
        .filter(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC::hasRules)
        .map(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC::getRules);
  }

  private static Stream<HttpFilter> httpFilters(FilterChain chain) {
    return chain.getFiltersList().stream()
        .filter(filter -> filter.getTypedConfig().is(HttpConnectionManager.class))
        .flatMap(
            filter ->
                unpack(filter.getTypedConfig(), HttpConnectionManager.class)
                    .getHttpFiltersList()
                    .stream());
  }

  private static Stream<RBAC> tcpRules(FilterChain chain) {
    return chain.getFiltersList().stream()
        .map(filter -> filter.getTypedConfig())
        .filter(
            config -> config.is(io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class))
        .map(
            config ->
                unpack(config, io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class))
        .filter(io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC::hasRules)
        .map(io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC::getRules);
  }

  private static <T extends Message> T unpack(Any any, Class<T> type) {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
