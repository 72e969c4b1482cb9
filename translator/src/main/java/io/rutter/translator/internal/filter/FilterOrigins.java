// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.registry.Service;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.proto.AnyTypes;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.PolicyPlaces;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the filters of a chain are made from, and what logs and traces. */
public final class FilterOrigins {
  private static final String ACCESS_LOG = "accessLog";
  private static final String CONFIG = "typedConfig";

  private FilterOrigins() {}

  /** Tells what the logs and traces of a connection manager are made from. */
  static void add(ProxyScope scope, HttpConnectionManager manager) {
    if (!scope.origins().areKept()) {
      return;
    }
    addAccessLogs(scope, manager, ACCESS_LOG, manager.getAccessLogCount());
    if (manager.hasTracing()) {
      ImmutableList<String> providers =
          ExtensionProviders.defaults(scope.mesh(), DefaultProviders::tracing);
      scope
          .origins()
          .add(
              manager,
              "tracing",
              providers.isEmpty()
                  ? scope.origins().places().mesh("enableTracing")
                  : scope.origins().places().provider(providers.get(0)));
      if (ProxyConfigs.of(scope).tracing().isPresent()) {
        scope
            .origins()
            .add(manager, "tracing", scope.origins().places().mesh("defaultConfig.tracing"));
      }
    }
  }

  /** Tells what the logs of a listener are made from. */
  public static void addAccessLogs(ProxyScope scope, Message listener, int logs) {
    if (scope.origins().areKept()) {
      addAccessLogs(scope, listener, ACCESS_LOG, logs);
    }
  }

  private static void addAccessLogs(ProxyScope scope, Message message, String part, int logs) {
    if (logs == 0) {
      return;
    }
    Origins origins = scope.origins();
    ImmutableList<String> providers =
        ExtensionProviders.defaults(scope.mesh(), DefaultProviders::accessLogging);
    providers.stream()
        .distinct()
        .filter(name -> ExtensionProviders.find(scope.mesh(), name).isPresent())
        .forEach(name -> origins.add(message, part, origins.places().provider(name)));
    MeshConfig mesh = scope.settings().config();
    if (mesh.accessLogFile().filter(path -> !path.isEmpty()).isPresent()) {
      origins.add(message, part, origins.places().mesh("accessLogFile"));
    }
    if (mesh.enableEnvoyAccessLogService()) {
      origins.add(message, part, origins.places().mesh("enableEnvoyAccessLogService"));
    }
  }

  /**
   * Tells what the filter that forwards connections to a service is made from.
   *
   * @param filters the filters of a chain, of which that is the last
   */
  public static ImmutableList<Filter> toService(
      ProxyScope scope, Service service, int port, ImmutableList<Filter> filters) {
    if (scope.origins().areKept()) {
      Filter last = filters.get(filters.size() - 1);
      scope.origins().add(last, scope.origins().places().port(service, port));
      addPolicy(scope, Optional.of(service), Optional.empty(), last);
    }
    return filters;
  }

  /** Tells the same for the destinations of a rule of a VirtualService. */
  static ImmutableList<Filter> toDestinations(
      ProxyScope scope,
      ConfigPart rule,
      List<RouteDestination> routes,
      ImmutableList<Filter> filters) {
    Origins origins = scope.origins();
    if (!origins.areKept()) {
      return filters;
    }
    Filter last = filters.get(filters.size() - 1);
    origins.add(last, rule);
    int cluster = 0;
    for (int i = 0; i < routes.size(); i++) {
      ConfigPart destination = rule.field("route[" + i + "]");
      if (routes.size() == 1) {
        origins.add(last, CONFIG + ".cluster", destination);
      } else if (routes.get(i).weight().orElse(0) > 0) {
        String part = CONFIG + ".weightedClusters.clusters[" + cluster++ + "]";
        origins.add(last, part, destination);
      }
    }
    addPolicy(
        scope,
        scope.sidecar().service(routes.get(0).destination().host()),
        routes.size() == 1 ? routes.get(0).destination().subset() : Optional.empty(),
        last);
    return filters;
  }

  /** The settings that {@link TcpProxyTranslator} takes from the rule, whatever the port. */
  private static void addPolicy(
      ProxyScope scope, Optional<Service> service, Optional<String> subset, Filter filter) {
    Optional<MergedDestinationRule> rule = service.flatMap(scope::destinationRule);
    if (rule.isEmpty()) {
      return;
    }
    Origins origins = scope.origins();
    PolicyPlaces places =
        PolicyPlaces.of(
            origins.places(),
            rule.get(),
            subset.flatMap(name -> TrafficPolicies.subset(rule.get().rule(), name)),
            OptionalInt.empty());
    Optional<ConnectionPool> pool =
        rule.get().rule().trafficPolicy().flatMap(TrafficPolicy::connectionPool);
    pool.filter(settings -> settings.tcp().isPresent())
        .flatMap(places::connectionPool)
        .ifPresent(part -> origins.add(filter, CONFIG, part));
    TcpProxy proxy =
        (TcpProxy) AnyTypes.unpack(filter.getTypedConfig()).orElseGet(TcpProxy::getDefaultInstance);
    places
        .find("tunnel", TrafficPolicy::tunnel, tunnel -> proxy.hasTunnelingConfig())
        .ifPresent(part -> origins.add(filter, CONFIG + ".tunnelingConfig", part));
    places
        .loadBalancer(found -> proxy.getHashPolicyCount() > 0 && hashes(found))
        .ifPresent(part -> origins.add(filter, CONFIG + ".hashPolicy", part));
  }

  private static boolean hashes(LoadBalancer loadBalancer) {
    return loadBalancer.policy().filter(LoadBalancerPolicy.Hashed.class::isInstance).isPresent();
  }
}
