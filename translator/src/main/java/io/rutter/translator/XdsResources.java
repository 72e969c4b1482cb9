// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.proto.Anys;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one proxy, each kind sorted by name. Immutable and safe for use by many threads.
 * They keep the mesh that they were made from in memory, for {@link CompiledMesh#translate(Proxy,
 * XdsResources)}.
 */
public final class XdsResources {
  private final Proxy proxy;
  private final ImmutableList<Cluster> clusters;
  private final ImmutableList<ClusterLoadAssignment> endpoints;
  private final ImmutableList<Listener> listeners;
  private final ImmutableList<RouteConfiguration> routes;
  private final ImmutableList<Problem> problems;
  private final Optional<Origin> origin;

  /** What was serialised already, or will be when it is first asked for, by resource. */
  private final IdentityHashMap<Message, Supplier<Any>> serialized;

  /** Resources that were not made from others. */
  public XdsResources(
      Proxy proxy,
      ImmutableList<Cluster> clusters,
      ImmutableList<ClusterLoadAssignment> endpoints,
      ImmutableList<Listener> listeners,
      ImmutableList<RouteConfiguration> routes,
      ImmutableList<Problem> problems) {
    this(
        proxy,
        clusters,
        endpoints,
        listeners,
        routes,
        problems,
        Optional.empty(),
        new IdentityHashMap<>());
  }

  /** Resources with what they were made from. */
  XdsResources(
      Proxy proxy,
      ImmutableList<Cluster> clusters,
      ImmutableList<ClusterLoadAssignment> endpoints,
      ImmutableList<Listener> listeners,
      ImmutableList<RouteConfiguration> routes,
      ImmutableList<Problem> problems,
      Origin origin) {
    this(
        proxy,
        clusters,
        endpoints,
        listeners,
        routes,
        problems,
        Optional.of(origin),
        new IdentityHashMap<>());
  }

  private XdsResources(
      Proxy proxy,
      ImmutableList<Cluster> clusters,
      ImmutableList<ClusterLoadAssignment> endpoints,
      ImmutableList<Listener> listeners,
      ImmutableList<RouteConfiguration> routes,
      ImmutableList<Problem> problems,
      Optional<Origin> origin,
      IdentityHashMap<Message, Supplier<Any>> earlier) {
    this.proxy = proxy;
    this.clusters = clusters;
    this.endpoints = endpoints;
    this.listeners = listeners;
    this.routes = routes;
    this.problems = problems;
    this.origin = origin;
    this.serialized = new IdentityHashMap<>();
    Stream.of(clusters, endpoints, listeners, routes)
        .flatMap(ImmutableList::stream)
        .forEach(message -> serialized.put(message, serializer(message, earlier)));
  }

  private static Supplier<Any> serializer(
      Message message, IdentityHashMap<Message, Supplier<Any>> earlier) {
    Supplier<Any> known = earlier.get(message);
    return known == null ? Suppliers.memoize(() -> Anys.pack(message)) : known;
  }

  /**
   * These resources, but where an earlier one is equal that very object, with its bytes if they
   * were asked for.
   */
  XdsResources reusing(XdsResources previous) {
    return new XdsResources(
        proxy,
        Reuse.of(clusters, previous.clusters, Cluster::getName),
        Reuse.of(endpoints, previous.endpoints, ClusterLoadAssignment::getClusterName),
        Reuse.of(listeners, previous.listeners, Listener::getName),
        Reuse.of(routes, previous.routes, RouteConfiguration::getName),
        problems,
        origin,
        previous.serialized);
  }

  /** What they were made from; absent where someone else made them. */
  Optional<Origin> origin() {
    return origin;
  }

  /** The proxy. */
  public Proxy proxy() {
    return proxy;
  }

  /** The clusters. */
  public ImmutableList<Cluster> clusters() {
    return clusters;
  }

  /** The load assignments of the clusters that ask for theirs (EDS). */
  public ImmutableList<ClusterLoadAssignment> endpoints() {
    return endpoints;
  }

  /** The listeners. */
  public ImmutableList<Listener> listeners() {
    return listeners;
  }

  /** The route configurations that listeners ask for (RDS). */
  public ImmutableList<RouteConfiguration> routes() {
    return routes;
  }

  /** What could not be translated for this proxy. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * The resources of a kind as a discovery response carries them, in the order of the list of that
   * kind. Equal resources have equal bytes. Each is serialised when it is first asked for, and
   * kept.
   */
  public ImmutableList<Any> serialized(ResourceKind kind) {
    return kind.of(this).stream()
        .map(message -> Objects.requireNonNull(serialized.get(message)).get())
        .collect(toImmutableList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XdsResources that
        && proxy.equals(that.proxy)
        && clusters.equals(that.clusters)
        && endpoints.equals(that.endpoints)
        && listeners.equals(that.listeners)
        && routes.equals(that.routes)
        && problems.equals(that.problems);
  }

  @Override
  public int hashCode() {
    return Objects.hash(proxy, clusters, endpoints, listeners, routes, problems);
  }
}
