// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.internal.json.EnvoyJsonReader;
import io.rutter.translator.XdsResources;

/**
 * The resources that decide where a call to one Envoy ends, whoever made them.
 *
 * @param listeners the listeners
 * @param routes the route configurations that listeners name (RDS)
 * @param clusters the clusters
 */
public record EnvoyResources(
    ImmutableList<Listener> listeners,
    ImmutableList<RouteConfiguration> routes,
    ImmutableList<Cluster> clusters) {

  /** The resources translated for a proxy. */
  public static EnvoyResources of(XdsResources resources) {
    return new EnvoyResources(resources.listeners(), resources.routes(), resources.clusters());
  }

  /** The static resources of a bootstrap. */
  public static EnvoyResources of(Bootstrap bootstrap) {
    return new EnvoyResources(
        ImmutableList.copyOf(bootstrap.getStaticResources().getListenersList()),
        ImmutableList.of(),
        ImmutableList.copyOf(bootstrap.getStaticResources().getClustersList()));
  }

  /**
   * Reads JSON, in lowerCamelCase or snake_case, in one of these forms:
   *
   * <ul>
   *   <li>a bootstrap: {@code {"static_resources": {"listeners": [], "clusters": []}}};
   *   <li>one route configuration: {@code {"virtual_hosts": []}};
   *   <li>lists of resources: {@code {"listeners": [], "routes": [], "clusters": []}};
   *   <li>what {@code rutter translate} prints: {@code {"proxies": {"NAME.NAMESPACE": {}}}}, if it
   *       has only one proxy;
   *   <li>the {@code /config_dump} of Envoy's admin port.
   * </ul>
   *
   * <p>Fields that this version of Envoy's API does not know are ignored, and so are filters of
   * types that it does not know.
   *
   * @throws EnvoyJsonException if the text is none of these
   */
  public static EnvoyResources parse(String json) {
    return EnvoyJsonReader.read(json, "");
  }

  /**
   * Like {@link #parse(String)}, for one of many proxies.
   *
   * @param proxy its {@code NAME.NAMESPACE}
   * @throws EnvoyJsonException if the string has none of these forms or no such proxy
   */
  public static EnvoyResources parse(String json, String proxy) {
    return EnvoyJsonReader.read(json, proxy);
  }
}
