// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.List;
import java.util.stream.Collectors;

/** A line for each route: its virtual host, match and destination. */
public final class RouteTable {
  private RouteTable() {}

  /** The table. */
  public static String print(List<RouteConfiguration> configurations) {
    TextTable table = TextTable.withHeader("ROUTES", "VIRTUAL HOST", "MATCH", "DESTINATION");
    for (RouteConfiguration configuration : configurations) {
      for (VirtualHost host : configuration.getVirtualHostsList()) {
        if (host.getRoutesCount() == 0) {
          table.add(configuration.getName(), host.getName(), "", "");
        }
        for (Route route : host.getRoutesList()) {
          table.add(
              configuration.getName(), host.getName(), match(route.getMatch()), action(route));
        }
      }
    }
    return table.print();
  }

  private static String match(RouteMatch match) {
    String path =
        switch (match.getPathSpecifierCase()) {
          case PREFIX -> match.getPrefix() + "*";
          case PATH -> match.getPath();
          case SAFE_REGEX -> "~" + match.getSafeRegex().getRegex();
          case PATH_SEPARATED_PREFIX -> match.getPathSeparatedPrefix() + "[/*]";
          case CONNECT_MATCHER -> "CONNECT";
          case PATH_MATCH_POLICY, PATHSPECIFIER_NOT_SET -> "any";
        };
    String headers =
        match.getHeadersList().stream()
            .map(HeaderMatcher::getName)
            .map(name -> " [" + name + "]")
            .collect(Collectors.joining());
    String parameters =
        match.getQueryParametersList().stream()
            .map(parameter -> " [?" + parameter.getName() + "]")
            .collect(Collectors.joining());
    return path + headers + parameters;
  }

  private static String action(Route route) {
    return switch (route.getActionCase()) {
      case ROUTE -> action(route.getRoute());
      case REDIRECT -> "redirect";
      case DIRECT_RESPONSE -> "status " + route.getDirectResponse().getStatus();
      case FILTER_ACTION, NON_FORWARDING_ACTION, ACTION_NOT_SET -> "";
    };
  }

  private static String action(RouteAction action) {
    return switch (action.getClusterSpecifierCase()) {
      case CLUSTER -> action.getCluster();
      case CLUSTER_HEADER -> "cluster named by " + action.getClusterHeader();
      case WEIGHTED_CLUSTERS ->
          action.getWeightedClusters().getClustersList().stream()
              .map(cluster -> cluster.getName() + " weight " + cluster.getWeight().getValue())
              .collect(Collectors.joining(", "));
      case CLUSTER_SPECIFIER_PLUGIN, INLINE_CLUSTER_SPECIFIER_PLUGIN, CLUSTERSPECIFIER_NOT_SET ->
          "";
    };
  }
}
