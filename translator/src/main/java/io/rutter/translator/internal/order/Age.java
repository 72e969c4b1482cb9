// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.order;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ObjectMeta;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The order of everything that is emitted. */
public final class Age {
  private Age() {}

  /**
   * When configuration objects came to be that do not tell: older than most that do, and younger
   * than services of the platform that do not.
   */
  public static final Instant UNKNOWN_CREATION = Instant.parse("2020-01-01T00:00:00Z");

  /**
   * Age, then name, then namespace: the order in which objects of one kind win over each other.
   * Istio document: Traffic Management Best Practices. Objects without a time count as made at
   * {@link #UNKNOWN_CREATION}; those made from an Ingress bear the year 1.
   */
  public static final Comparator<ObjectMeta> BY_AGE = Age::byAge;

  private static int byAge(ObjectMeta one, ObjectMeta other) {
    int byTime =
        one.creationTimestamp()
            .orElse(UNKNOWN_CREATION)
            .compareTo(other.creationTimestamp().orElse(UNKNOWN_CREATION));
    if (byTime != 0) {
      return byTime;
    }
    int byName = one.name().compareTo(other.name());
    return byName != 0 ? byName : one.namespace().compareTo(other.namespace());
  }

  /** By name: no order of clusters means anything to Envoy. */
  public static ImmutableList<Cluster> clusters(List<Cluster> clusters) {
    return byName(clusters, Cluster::getName);
  }

  /** By name of the cluster. */
  public static ImmutableList<ClusterLoadAssignment> loadAssignments(
      List<ClusterLoadAssignment> assignments) {
    return byName(assignments, ClusterLoadAssignment::getClusterName);
  }

  /** By name: no order of listeners means anything to Envoy. */
  public static ImmutableList<Listener> listeners(List<Listener> listeners) {
    return byName(listeners, Listener::getName);
  }

  /** By name. */
  public static ImmutableList<RouteConfiguration> routeConfigurations(
      List<RouteConfiguration> routes) {
    return byName(routes, RouteConfiguration::getName);
  }

  private static <T> ImmutableList<T> byName(List<T> resources, Function<T, String> name) {
    return resources.stream().sorted(comparing(name)).collect(toImmutableList());
  }
}
