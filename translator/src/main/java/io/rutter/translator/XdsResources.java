// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;

/**
 * The resources of one proxy, each kind sorted by name and without repeats.
 *
 * @param proxy the proxy
 * @param clusters the clusters
 * @param endpoints the load assignments of the clusters that ask for theirs (EDS)
 * @param listeners the listeners
 * @param routes the route configurations that listeners ask for (RDS)
 * @param problems what could not be translated for this proxy
 */
public record XdsResources(
    Proxy proxy,
    ImmutableList<Cluster> clusters,
    ImmutableList<ClusterLoadAssignment> endpoints,
    ImmutableList<Listener> listeners,
    ImmutableList<RouteConfiguration> routes,
    ImmutableList<Problem> problems) {}
