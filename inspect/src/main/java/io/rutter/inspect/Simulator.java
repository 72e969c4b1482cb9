// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.internal.simulator.Simulation;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.XdsResources;

/**
 * Determines where Envoy sends a call and why, by Envoy's own rules and without an Envoy.
 *
 * <p>Pure: the same call gives the same result. No call makes it throw, however malformed.
 *
 * <p>Resources are indexed once: keep a simulator for many calls. {@code docs/simulator.md} lists
 * what it does not know.
 */
public final class Simulator {
  private final ResourceIndex resources;
  private final SourceMap sources;

  private Simulator(ResourceIndex resources, SourceMap sources) {
    this.resources = resources;
    this.sources = sources;
  }

  /** Simulates the proxy that these resources were translated for. */
  public static Simulator of(XdsResources resources) {
    return of(EnvoyResources.of(resources));
  }

  /** Simulates an Envoy with these resources. */
  public static Simulator of(EnvoyResources resources) {
    return new Simulator(ResourceIndex.of(resources), SourceMap.NONE);
  }

  /** A copy with positions for the configuration objects in results. */
  public Simulator withSources(SourceMap newSources) {
    return new Simulator(resources, newSources);
  }

  /** Where this call ends. */
  public CallResult call(Call call) {
    return Simulation.of(resources, sources, call).run();
  }

  /**
   * Where a request ends that has reached a connection manager with this route configuration: what
   * Envoy's {@code router_check_tool} answers. The call's address, port and TLS only matter for
   * {@code require_tls} and {@code tls_context}.
   */
  public CallResult route(RouteConfiguration routes, Call call) {
    return Simulation.of(resources, sources, call).route(routes);
  }
}
