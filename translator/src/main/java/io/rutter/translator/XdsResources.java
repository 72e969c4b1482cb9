// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.incremental.PriorState;
import io.rutter.translator.internal.incremental.ResourceDifference;
import io.rutter.translator.internal.incremental.ResourceList;
import io.rutter.translator.internal.incremental.ResourceOrigins;
import io.rutter.translator.internal.origin.KeptOrigins;
import io.rutter.translator.internal.resolve.rule.TokenKeys;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
  private final Supplier<ResourceOrigins> origins;

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
    this.origins = Suppliers.memoize(this::findOrigins)::get;
  }

  private ResourceOrigins findOrigins() {
    return origin.map(prior -> ResourceOrigins.of(prior.scope())).orElse(ResourceOrigins.NONE);
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

  /**
   * What a resource and its parts are made from: the rules, fields and settings that shaped them,
   * outer parts before inner ones. A part without an origin of its own has that of the nearest part
   * around it. Listeners, chains, clusters and virtual hosts for unknown traffic come from the
   * settings of the mesh ({@link ConfigKey#MESH_CONFIG}), which may be defaults.
   *
   * <p>The first call translates the proxy once more to find out, and the result is kept; resources
   * that nobody asks about cost nothing.
   *
   * @return the origins; empty if there is no resource of that name, or a caller built them
   */
  public ImmutableList<PartOrigin> originsOf(ResourceKind kind, String name) {
    ResourceOrigins known = origins.get();
    ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> byName =
        switch (kind) {
          case CLUSTERS -> known.clusters();
          case ENDPOINTS -> known.endpoints();
          case LISTENERS -> known.listeners();
          case ROUTES -> known.routes();
        };
    return byName.getOrDefault(name, ImmutableList.of()).stream()
        .map(found -> new PartOrigin(found.part(), found.from().object(), found.from().path()))
        .collect(toImmutableList());
  }

  /**
   * The parts of resources that a value of the input shapes: those that are made from it or from
   * something in it. In a resource without such parts, those that are made from the nearest value
   * around it. By kind and name of the resource, in the order of {@link #originsOf}.
   */
  public ImmutableList<ResourcePart> partsFrom(ConfigValue value) {
    ImmutableList.Builder<ResourcePart> parts = ImmutableList.builder();
    for (ResourceKind kind : ResourceKind.values()) {
      for (Message resource : kind.of(this)) {
        String name = kind.nameOf(resource);
        OriginsOfValue.in(originsOf(kind, name), value)
            .forEach(origin -> parts.add(new ResourcePart(kind, name, origin)));
      }
    }
    return parts.build();
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
