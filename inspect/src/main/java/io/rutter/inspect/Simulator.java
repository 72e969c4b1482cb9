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
 * <pre>{@code
 * Simulator.of(mesh.translate(proxy)).call("http://reviews:9080/");
 * }</pre>
 *
 * <p>Pure: the same call gives the same result. No call makes it throw, however malformed; only a
 * text that is no URL does. Immutable and safe for use by many threads.
 *
 * <p>Resources are indexed once: keep a simulator for many calls. {@code docs/simulator.md} lists
 * what it does not know.
 */
public final class Simulator {
  private final ResourceIndex resources;
  private final CallResolver resolver;
  private final SourceMap sources;

  private Simulator(ResourceIndex resources, CallResolver resolver, SourceMap sources) {
    this.resources = resources;
    this.resolver = resolver;
    this.sources = sources;
  }

  /**
   * Simulates the proxy that these resources were translated for. It knows the services of the mesh
   * that they were made from, if Rutter made them.
   */
  public static Simulator of(XdsResources resources) {
    EnvoyResources envoy = EnvoyResources.of(resources);
    return new Simulator(
        ResourceIndex.of(resources),
        resources
            .snapshot()
            .map(mesh -> CallResolver.of(mesh, resources.proxy()))
            .orElseGet(() -> CallResolver.of(envoy)),
        SourceMap.NONE);
  }

  /** Simulates an Envoy with these resources, of which the services are not known. */
  public static Simulator of(EnvoyResources resources) {
    return new Simulator(ResourceIndex.of(resources), CallResolver.of(resources), SourceMap.NONE);
  }

  /** A copy with positions for the configuration objects in results. */
  public Simulator withSources(SourceMap newSources) {
    return new Simulator(resources, resolver, newSources);
  }

  /**
   * Where the call ends that a client makes of a URL, with the method {@code GET}: one that leaves
   * the pod of a sidecar, or comes to a gateway.
   *
   * @param url {@code SCHEME://HOST:PORT/PATH}, with the scheme {@code http}, {@code https}, {@code
   *     tcp} or {@code tls}
   * @throws IllegalArgumentException if it is no such URL, see {@link CallDescription#isUrl}
   */
  public CallResult call(String url) {
    if (!CallDescription.isUrl(url)) {
      throw new IllegalArgumentException(
          "url: \""
              + url
              + "\" (expected: http://HOST:PORT/PATH, or https, tcp or tls in place of http)");
    }
    return call(CallDescription.of(url));
  }

  /** Where a call ends, completed as {@link CallDescription} says. */
  public CallResult call(CallDescription call) {
    return call(resolve(call));
  }

  /** The call that {@link #call(CallDescription)} makes of this description. */
  public Call resolve(CallDescription call) {
    return resolver.resolve(call);
  }

  /** Where this call ends. */
  public CallResult call(Call call) {
    return Simulation.of(resources, sources, complete(call)).run();
  }

  /**
   * Where a request ends that has reached a connection manager with this route configuration: what
   * Envoy's {@code router_check_tool} answers. The call's address, port and TLS only matter for
   * {@code require_tls} and {@code tls_context}.
   */
  public CallResult route(RouteConfiguration routes, Call call) {
    return Simulation.of(resources, sources, complete(call)).route(routes);
  }

  private Call complete(Call call) {
    return call.mode().isPresent() ? call : call.toBuilder().mode(resolver.defaultMode()).build();
  }
}
