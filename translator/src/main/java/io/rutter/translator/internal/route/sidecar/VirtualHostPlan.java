// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.Optional;

/**
 * Routes and the hosts that share them, before domains are given out.
 *
 * @param port the port of the services
 * @param hosts hosts of a VirtualService that are no services
 * @param services services of the registry
 * @param routes the routes
 * @param rule the VirtualService that they come from
 */
record VirtualHostPlan(
    int port,
    ImmutableList<String> hosts,
    ImmutableList<RoutedService> services,
    ImmutableList<Route> routes,
    Optional<VirtualService> rule) {}
