// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.CallMode;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests for a proxy: for each filter chain and route some that it should take, and others. */
final class RequestsForProxy {
  private static final String SOME_IPV6_ADDRESS = "2001:db8::5";
  private static final String SOME_ADDRESS = "10.11.12.13";

  private final XdsResources proxy;
  private final Random random;
  private final MatchingRequests matching;
  private final List<SimulatedRequest> requests = new ArrayList<>();

  private RequestsForProxy(XdsResources proxy, Random random) {
    this.proxy = proxy;
    this.random = random;
    this.matching = new MatchingRequests(random);
  }

  /** At most so many requests, in random order. */
  static ImmutableList<SimulatedRequest> of(XdsResources proxy, int most, Random random) {
    RequestsForProxy result = new RequestsForProxy(proxy, random);
    for (Listener listener : proxy.listeners()) {
      if (LoopbackBootstrap.isTcp(listener.getAddress())) {
        result.listener(listener);
      }
    }
    Collections.shuffle(result.requests, random);
    return ImmutableList.copyOf(result.requests.subList(0, Math.min(most, result.requests.size())));
  }

  private void listener(Listener listener) {
    List<FilterChain> chains = new ArrayList<>(listener.getFilterChainsList());
    if (listener.hasDefaultFilterChain()) {
      chains.add(listener.getDefaultFilterChain());
    }
    for (FilterChain chain : chains) {
      Target target = target(listener, chain);
      add(target, false, new MatchingRequests.Parts("GET", "/", "raw", ImmutableListMultimap.of()));
      routes(chain).ifPresent(routes -> routes(target, routes));
    }
  }

  private void routes(Target target, RouteConfiguration routes) {
    for (VirtualHost host : routes.getVirtualHostsList()) {
      String domain = host.getDomains(random.nextInt(host.getDomainsCount()));
      String name = domain.equals("*") ? "any.example" : domain.replace("*", "any");
      for (Route route : host.getRoutesList()) {
        MatchingRequests.Parts parts = matching.of(name, route.getMatch());
        add(target, true, parts);
        add(target, true, matching.changed(parts));
      }
    }
    add(
        target,
        true,
        new MatchingRequests.Parts(
            "GET", matching.randomPath(), "nobody.example", ImmutableListMultimap.of()));
  }

  private void add(Target target, boolean http, MatchingRequests.Parts parts) {
    requests.add(
        new SimulatedRequest(
            target.mode(),
            new LoopbackRequest(
                target.address(),
                target.port(),
                target.tls(),
                http,
                parts.method(),
                parts.path(),
                parts.host(),
                parts.headers())));
  }

  private record Target(
      CallMode mode, String address, int port, Optional<LoopbackRequest.Tls> tls) {}

  private Target target(Listener listener, FilterChain chain) {
    FilterChainMatch match = chain.getFilterChainMatch();
    String bound = listener.getAddress().getSocketAddress().getAddress();
    String address =
        bound.equals("0.0.0.0") ? SOME_ADDRESS : bound.equals("::") ? SOME_IPV6_ADDRESS : bound;
    for (CidrRange range : match.getPrefixRangesList()) {
      address = range.getAddressPrefix();
    }
    int port =
        match.hasDestinationPort()
            ? match.getDestinationPort().getValue()
            : mode(listener) == CallMode.INBOUND || listener.getName().equals("virtualOutbound")
                ? 7777
                : listener.getAddress().getSocketAddress().getPortValue();
    return new Target(mode(listener), address, port, tls(chain));
  }

  private static CallMode mode(Listener listener) {
    if (listener.getName().equals("virtualInbound")) {
      return CallMode.INBOUND;
    }
    return listener.getName().equals("virtualOutbound") || !binds(listener)
        ? CallMode.OUTBOUND
        : CallMode.GATEWAY;
  }

  private static boolean binds(Listener listener) {
    return !listener.hasBindToPort() || listener.getBindToPort().getValue();
  }

  /** The port of Envoy that a request has to be sent to, if its listener has one. */
  static Optional<Integer> envoyPort(
      SimulatedRequest request, XdsResources proxy, ImmutableMap<String, Integer> ports) {
    return switch (request.mode()) {
      case INBOUND -> Optional.ofNullable(ports.get("virtualInbound"));
      case OUTBOUND -> Optional.ofNullable(ports.get("virtualOutbound"));
      case GATEWAY ->
          bound(request.request(), proxy, request.request().address())
              .or(() -> bound(request.request(), proxy, "0.0.0.0"))
              .or(() -> bound(request.request(), proxy, "::"))
              .map(ports::get);
    };
  }

  /** The listener that is bound to the address and the port of a request. */
  private static Optional<String> bound(
      LoopbackRequest request, XdsResources proxy, String address) {
    return proxy.listeners().stream()
        .filter(listener -> LoopbackBootstrap.isTcp(listener.getAddress()) && binds(listener))
        .filter(
            listener ->
                listener.getAddress().getSocketAddress().getPortValue() == request.port()
                    && listener.getAddress().getSocketAddress().getAddress().equals(address))
        .map(Listener::getName)
        .findFirst();
  }

  private Optional<LoopbackRequest.Tls> tls(FilterChain chain) {
    FilterChainMatch match = chain.getFilterChainMatch();
    if (!chain.hasTransportSocket() && !match.getTransportProtocol().equals("tls")) {
      return Optional.empty();
    }
    String name =
        match.getServerNamesCount() == 0
            ? ""
            : match.getServerNames(random.nextInt(match.getServerNamesCount()));
    ImmutableList<String> protocols =
        match.getApplicationProtocolsList().stream()
            .filter(protocol -> !protocol.endsWith("h2"))
            .skip(random.nextInt(2))
            .findFirst()
            .map(ImmutableList::of)
            .orElse(ImmutableList.of("http/1.1"));
    return Optional.of(
        new LoopbackRequest.Tls(name.replace("*", "any"), protocols, random.nextInt(4) > 0));
  }

  private Optional<RouteConfiguration> routes(FilterChain chain) {
    ImmutableMap.Builder<String, RouteConfiguration> known = ImmutableMap.builder();
    proxy.routes().forEach(routes -> known.put(routes.getName(), routes));
    for (Filter filter : chain.getFiltersList()) {
      if (filter.getTypedConfig().is(HttpConnectionManager.class)) {
        try {
          HttpConnectionManager manager =
              filter.getTypedConfig().unpack(HttpConnectionManager.class);
          return manager.hasRds()
              ? Optional.ofNullable(
                  known.buildKeepingLast().get(manager.getRds().getRouteConfigName()))
              : Optional.of(manager.getRouteConfig());
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return Optional.empty();
  }
}
