// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.incremental.PriorState;
import io.rutter.translator.internal.incremental.ResourceDifference;
import io.rutter.translator.internal.incremental.ResourceList;
import io.rutter.translator.internal.resolve.rule.TokenKeys;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one proxy, each kind sorted by name. Immutable and safe for use by many threads.
 * They keep the mesh that they were made from in memory, for {@link CompiledMesh#translate(Proxy,
 * XdsResources)}.
 */
public final class XdsResources {
  private final Proxy proxy;
  private final ResourceList<Cluster> clusters;
  private final ResourceList<ClusterLoadAssignment> endpoints;
  private final ResourceList<Listener> listeners;
  private final ResourceList<RouteConfiguration> routes;
  private final ImmutableList<Problem> problems;
  private final Optional<PriorState> origin;

  /** Resources with a record of what they were made from. */
  XdsResources(
      Proxy proxy,
      ResourceList<Cluster> clusters,
      ResourceList<ClusterLoadAssignment> endpoints,
      ResourceList<Listener> listeners,
      ResourceList<RouteConfiguration> routes,
      ImmutableList<Problem> problems,
      Optional<PriorState> origin) {
    this.proxy = proxy;
    this.clusters = clusters;
    this.endpoints = endpoints;
    this.listeners = listeners;
    this.routes = routes;
    this.problems = problems;
    this.origin = origin;
  }

  /** A builder of resources from other software; it starts without any. */
  public static Builder builder(Proxy proxy) {
    return new Builder(proxy);
  }

  /**
   * These resources, with each that equals an earlier one replaced by that object, which may have
   * been serialized already.
   */
  XdsResources reusing(XdsResources previous) {
    return new XdsResources(
        proxy,
        clusters.reusing(previous.clusters),
        endpoints.reusing(previous.endpoints),
        listeners.reusing(previous.listeners),
        routes.reusing(previous.routes),
        problems,
        origin);
  }

  /** What differs from earlier resources. */
  ResourceDifference since(XdsResources previous, ResourceKind kind) {
    return switch (kind) {
      case CLUSTERS -> clusters.since(previous.clusters);
      case ENDPOINTS -> endpoints.since(previous.endpoints);
      case LISTENERS -> listeners.since(previous.listeners);
      case ROUTES -> routes.since(previous.routes);
    };
  }

  /** What they were made from; absent if a caller built them. */
  Optional<PriorState> origin() {
    return origin;
  }

  /**
   * The mesh that they were made from, without the objects that were skipped because of errors.
   * Absent: a caller built them, or the proxy has an error.
   */
  public Optional<MeshSnapshot> snapshot() {
    return origin.map(prior -> prior.scope().mesh().snapshot());
  }

  /**
   * The rules behind the providers {@code origins-0}, {@code origins-1} and so on of the filter
   * that checks tokens. Empty if a caller built the resources.
   */
  public ImmutableList<AppliedTokenRule> tokenRules() {
    return origin.map(prior -> prior.scope().tokenRules()).orElse(ImmutableList.of()).stream()
        .map(
            token ->
                new AppliedTokenRule(
                    token.policy(), token.position(), !token.keys().equals(TokenKeys.NOBODYS)))
        .collect(toImmutableList());
  }

  /** The proxy. */
  public Proxy proxy() {
    return proxy;
  }

  /** The clusters. */
  public ImmutableList<Cluster> clusters() {
    return clusters.messages();
  }

  /** The load assignments of the clusters that ask for theirs (EDS). */
  public ImmutableList<ClusterLoadAssignment> endpoints() {
    return endpoints.messages();
  }

  /** The listeners. */
  public ImmutableList<Listener> listeners() {
    return listeners.messages();
  }

  /** The route configurations that listeners ask for (RDS). */
  public ImmutableList<RouteConfiguration> routes() {
    return routes.messages();
  }

  /** What could not be translated for this proxy. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * The resources of a kind as a discovery response carries them, in the order of the list of that
   * kind. Equal resources have equal bytes. Each is serialized when first asked for, and the bytes
   * are kept.
   */
  public ImmutableList<Any> serialized(ResourceKind kind) {
    return switch (kind) {
      case CLUSTERS -> clusters.serialized();
      case ENDPOINTS -> endpoints.serialized();
      case LISTENERS -> listeners.serialized();
      case ROUTES -> routes.serialized();
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XdsResources that
        && proxy.equals(that.proxy)
        && clusters().equals(that.clusters())
        && endpoints().equals(that.endpoints())
        && listeners().equals(that.listeners())
        && routes().equals(that.routes())
        && problems.equals(that.problems);
  }

  @Override
  public int hashCode() {
    return Objects.hash(proxy, clusters(), endpoints(), listeners(), routes(), problems);
  }

  /** Builds {@link XdsResources} from resources in any order. */
  public static final class Builder {
    private final Proxy proxy;
    private List<Cluster> clusters = ImmutableList.of();
    private List<ClusterLoadAssignment> endpoints = ImmutableList.of();
    private List<Listener> listeners = ImmutableList.of();
    private List<RouteConfiguration> routes = ImmutableList.of();
    private ImmutableList<Problem> problems = ImmutableList.of();

    private Builder(Proxy proxy) {
      this.proxy = proxy;
    }

    /** See {@link XdsResources#clusters()}. Default: none. */
    @CanIgnoreReturnValue
    public Builder clusters(List<Cluster> clusters) {
      this.clusters = ImmutableList.copyOf(clusters);
      return this;
    }

    /** See {@link XdsResources#endpoints()}. Default: none. */
    @CanIgnoreReturnValue
    public Builder endpoints(List<ClusterLoadAssignment> endpoints) {
      this.endpoints = ImmutableList.copyOf(endpoints);
      return this;
    }

    /** See {@link XdsResources#listeners()}. Default: none. */
    @CanIgnoreReturnValue
    public Builder listeners(List<Listener> listeners) {
      this.listeners = ImmutableList.copyOf(listeners);
      return this;
    }

    /** See {@link XdsResources#routes()}. Default: none. */
    @CanIgnoreReturnValue
    public Builder routes(List<RouteConfiguration> routes) {
      this.routes = ImmutableList.copyOf(routes);
      return this;
    }

    /** See {@link XdsResources#problems()}. Default: none. */
    @CanIgnoreReturnValue
    public Builder problems(List<Problem> problems) {
      this.problems = ImmutableList.copyOf(problems);
      return this;
    }

    /** Builds the resources. */
    public XdsResources build() {
      return new XdsResources(
          proxy,
          ResourceList.ofMessages(clusters, Cluster::getName),
          ResourceList.ofMessages(endpoints, ClusterLoadAssignment::getClusterName),
          ResourceList.ofMessages(listeners, Listener::getName),
          ResourceList.ofMessages(routes, RouteConfiguration::getName),
          problems,
          Optional.empty());
    }
  }
}
