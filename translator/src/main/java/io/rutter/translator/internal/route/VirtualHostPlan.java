// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;

/**
 * Routes and the hosts that share them, before domains are given out.
 *
 * @param port the port of the services
 * @param hosts hosts of a VirtualService that no service stands for
 * @param services services of the registry
 * @param routes the routes
 */
record VirtualHostPlan(
    int port,
    ImmutableList<String> hosts,
    ImmutableList<RoutedService> services,
    ImmutableList<Route> routes) {}
