// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;

/**
 * What routing of a request depends on.
 *
 * @param resources the Envoy's resources
 * @param filters the HTTP filters before the router
 * @param routes the route configuration
 * @param call the call
 * @param routed the request that its route is chosen by, which may have been changed since
 * @param metadata what filters before the router found
 */
record RoutingContext(
    ResourceIndex resources,
    AnsweringFilters filters,
    RouteConfiguration routes,
    Call call,
    HttpRequest routed,
    Metadata metadata) {}
