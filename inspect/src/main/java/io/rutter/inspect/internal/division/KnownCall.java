// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallResolver;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place that a client may call.
 *
 * @param host its name; a wildcard begins or ends with a star
 * @param port its port
 * @param scheme how it is called: http, https, tls or tcp
 * @param call a call to it, without a path
 */
record KnownCall(String host, int port, String scheme, Call call) {
  private static final String ANY = "any";

  /** What a client may call: what the mesh knows, or what a gateway serves. */
  static ImmutableList<KnownCall> of(
      Proxy proxy, ResourceIndex index, MeshSnapshot mesh, CallResolver resolver) {
    Map<String, KnownCall> calls = new TreeMap<>();
    if (proxy.type() == ProxyType.SIDECAR) {
      services(mesh)
          .values()
          .forEach(
              place ->
                  add(
                      calls,
                      place.host(),
                      place.port(),
                      place.encrypted() ? "tls" : "http",
                      resolver));
    } else {
      for (Listener listener : index.listeners()) {
        if (!listener.hasUdpListenerConfig()) {
          int port = listener.getAddress().getSocketAddress().getPortValue();
          listener.getFilterChainsList().forEach(chain -> add(calls, chain, port, index, resolver));
          if (listener.hasDefaultFilterChain()) {
            add(calls, listener.getDefaultFilterChain(), port, index, resolver);
          }
        }
      }
    }
    return ImmutableList.copyOf(calls.values());
  }

  private record Place(String host, int port, boolean encrypted) {
    static Place of(String host, int port, Optional<Protocol> protocol) {
      return new Place(host, port, protocol.filter(Protocol::isTls).isPresent());
    }
  }

  private static Map<String, Place> services(MeshSnapshot mesh) {
    Map<String, Place> places = new LinkedHashMap<>();
    mesh.services()
        .forEach(
            service ->
                service
                    .ports()
                    .forEach(
                        port ->
                            put(
                                places,
                                Place.of(
                                    service.hostname(),
                                    port.number(),
                                    Optional.of(port.protocol())))));
    for (ServiceEntry entry : mesh.serviceEntries()) {
      for (String host : entry.hosts()) {
        entry
            .ports()
            .forEach(
                port ->
                    port.number()
                        .ifPresent(number -> put(places, Place.of(host, number, port.protocol()))));
      }
    }
    return places;
  }

  private static void put(Map<String, Place> places, Place place) {
    places.put(place.host() + ":" + place.port(), place);
  }

  private static void add(
      Map<String, KnownCall> calls,
      FilterChain chain,
      int port,
      ResourceIndex index,
      CallResolver resolver) {
    boolean encrypted = chain.hasTransportSocket();
    Optional<RouteConfiguration> routes =
        manager(chain, index).flatMap(manager -> routes(manager, index));
    if (routes.isPresent()) {
      routes.get().getVirtualHostsList().stream()
          .flatMap(host -> host.getDomainsList().stream())
          .map(Hosts::withoutPort)
          .forEach(domain -> add(calls, domain, port, encrypted ? "https" : "http", resolver));
      return;
    }
    boolean named = chain.getFilterChainMatch().getServerNamesCount() > 0;
    chain
        .getFilterChainMatch()
        .getServerNamesList()
        .forEach(name -> add(calls, name, port, "tls", resolver));
    if (!named) {
      add(calls, "*", port, encrypted ? "tls" : "tcp", resolver);
    }
  }

  private static void add(
      Map<String, KnownCall> calls, String host, int port, String scheme, CallResolver resolver) {
    String url = scheme + "://" + Hosts.ofAddress(named(host)) + ":" + port + "/";
    if (port > 0 && CallDescription.isUrl(url)) {
      Call call = resolver.resolve(CallDescription.of(url));
      calls.putIfAbsent(host + " " + port + " " + scheme, new KnownCall(host, port, scheme, call));
    }
  }

  /** A host that the wildcard takes. */
  private static String named(String host) {
    return host.equals("*")
        ? "unknown.example"
        : host.startsWith("*") ? ANY + host.substring(1) : host.replace("*", ANY);
  }

  /** The same place, called without HTTP. */
  KnownCall asConnection(CallResolver resolver) {
    Call plain =
        resolver.resolve(CallDescription.of("tcp://" + Hosts.ofAddress(named(host)) + ":" + port));
    return new KnownCall(host, port, "tcp", plain);
  }

  /** The connection manager of a chain. */
  static Optional<HttpConnectionManager> manager(FilterChain chain, ResourceIndex index) {
    return chain.getFiltersList().stream()
        .map(Filter::getTypedConfig)
        .flatMap(config -> index.manager(config).stream())
        .findFirst();
  }

  /** What a connection manager routes by. */
  static Optional<RouteConfiguration> routes(HttpConnectionManager manager, ResourceIndex index) {
    return manager.hasRouteConfig()
        ? Optional.of(manager.getRouteConfig())
        : index.routes(manager.getRds().getRouteConfigName());
  }
}
