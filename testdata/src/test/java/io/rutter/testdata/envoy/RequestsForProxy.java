// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests for a proxy: for each filter chain and route some that it should take, and others. */
final class RequestsForProxy {
  private final Random random;
  private final MatchingRequests matching;
  private final List<SimulatedRequest> requests = new ArrayList<>();

  private RequestsForProxy(Random random) {
    this.random = random;
    this.matching = new MatchingRequests(random);
  }

  /** At most so many requests, in random order. */
  static ImmutableList<SimulatedRequest> of(XdsResources proxy, int most, Random random) {
    RequestsForProxy result = new RequestsForProxy(random);
    for (ChainTarget target : ChainTarget.all(proxy, random)) {
      result.add(
          target, false, new MatchingRequests.Parts("GET", "/", "raw", ImmutableListMultimap.of()));
      target.routes(proxy).ifPresent(routes -> result.routes(target, routes));
    }
    Collections.shuffle(result.requests, random);
    return ImmutableList.copyOf(result.requests.subList(0, Math.min(most, result.requests.size())));
  }

  private void routes(ChainTarget target, RouteConfiguration routes) {
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

  private void add(ChainTarget target, boolean http, MatchingRequests.Parts parts) {
    requests.add(
        new SimulatedRequest(
            target.mode(),
            new LoopbackRequest(
                LoopbackRequest.someSource(target.address()),
                target.address(),
                target.port(),
                target.tls(),
                http,
                parts.method(),
                parts.path(),
                parts.host(),
                parts.headers())));
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
        .filter(listener -> LoopbackBootstrap.isTcp(listener.getAddress()))
        .filter(ChainTarget::binds)
        .filter(
            listener ->
                listener.getAddress().getSocketAddress().getPortValue() == request.port()
                    && listener.getAddress().getSocketAddress().getAddress().equals(address))
        .map(Listener::getName)
        .findFirst();
  }
}
