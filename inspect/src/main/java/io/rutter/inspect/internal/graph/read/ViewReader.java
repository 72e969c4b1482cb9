// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what one proxy is given as hosts with their rules. */
final class ViewReader {
  private static final String ANY = "*";

  private final Viewpoint view;
  private final KnownServices known;
  private final RuleReader rules;
  private final ImmutableMap<String, RouteConfiguration> routes;
  private final Set<String> read = new LinkedHashSet<>();
  private final List<SeenHost> hosts = new ArrayList<>();

  private ViewReader(Viewpoint view, XdsResources resources, KnownServices known) {
    this.view = view;
    this.known = known;
    this.rules =
        new RuleReader(
            resources.clusters().stream().map(Cluster::getName).collect(toImmutableSet()));
    this.routes =
        resources.routes().stream().collect(toImmutableMap(RouteConfiguration::getName, r -> r));
  }

  /** The hosts of the proxy of a viewpoint. */
  static ImmutableList<SeenHost> read(Viewpoint view, XdsResources resources, KnownServices known) {
    ViewReader reader = new ViewReader(view, resources, known);
    for (Listener listener : resources.listeners()) {
      if (listener.getTrafficDirection() == TrafficDirection.OUTBOUND) {
        reader.listener(listener);
      }
    }
    return ImmutableList.copyOf(reader.hosts);
  }

  private void listener(Listener listener) {
    int bound = listener.getAddress().getSocketAddress().getPortValue();
    String address = listener.getAddress().getSocketAddress().getAddress();
    int port = view.isGateway() ? known.declaredPort(view.proxy(), bound) : bound;
    for (FilterChain chain : listener.getFilterChainsList()) {
      for (Filter filter : chain.getFiltersList()) {
        UnpackedConfig.of(filter.getTypedConfig(), HttpConnectionManager.class)
            .ifPresent(manager -> http(chain, manager, port));
        UnpackedConfig.of(filter.getTypedConfig(), TcpProxy.class)
            .ifPresent(proxy -> tcp(chain, proxy, address, port));
      }
    }
  }

  private void http(FilterChain chain, HttpConnectionManager manager, int port) {
    String name = manager.getRds().getRouteConfigName();
    RouteConfiguration configuration =
        manager.hasRouteConfig() ? manager.getRouteConfig() : routes.get(name);
    if (configuration == null || (!name.isEmpty() && !read.add(name + " " + port))) {
      return; // Several chains and listeners may ask for the same.
    }
    String serving = chain.hasTransportSocket() ? "HTTPS " + port : "HTTP " + port;
    for (VirtualHost host : configuration.getVirtualHostsList()) {
      host(host, port, serving);
    }
  }

  private void host(VirtualHost host, int port, String serving) {
    String domain = host.getDomainsCount() == 0 ? ANY : domain(host.getDomains(0));
    boolean toHttps = host.getRequireTls() != VirtualHost.TlsRequirementType.NONE;
    boolean ofProxy = domain.equals(ANY) && virtualServiceless(host);
    if ((ofProxy && !toHttps) || (!view.isGateway() && known.lacksPort(domain, port))) {
      return;
    }
    hosts.add(
        new SeenHost(
            view,
            domain,
            port,
            view.isGateway() ? serving + (toHttps ? ": redirects to HTTPS" : "") : "",
            toHttps ? ImmutableList.of() : rules.rules(host.getRoutesList())));
  }

  private boolean virtualServiceless(VirtualHost host) {
    return rules.rules(host.getRoutesList()).stream().allMatch(SeenRule::isDefault);
  }

  private static String domain(String domain) {
    int colon = domain.startsWith("[") ? -1 : domain.indexOf(':');
    return colon < 0 || domain.indexOf(':', colon + 1) >= 0 ? domain : domain.substring(0, colon);
  }

  private void tcp(FilterChain chain, TcpProxy proxy, String address, int port) {
    List<String> names = chain.getFilterChainMatch().getServerNamesList();
    SeenRule rule = rules.rule(proxy, chain.getMetadata(), "");
    if (rule.targets().stream().anyMatch(target -> target.host().isEmpty())) {
      return; // What no service takes: passed through, or closed.
    }
    String serving =
        (names.isEmpty() ? "TCP " : chain.hasTransportSocket() ? "TLS " : "TLS passthrough ")
            + port;
    Optional<String> service = known.at(address, port);
    List<String> served =
        !names.isEmpty()
            ? names
            : ImmutableList.of(
                view.isGateway() ? ANY : service.orElseGet(() -> rule.targets().get(0).host()));
    for (String host : served) {
      hosts.add(
          new SeenHost(view, host, port, view.isGateway() ? serving : "", ImmutableList.of(rule)));
    }
  }
}
