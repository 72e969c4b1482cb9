// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a client sees of the end of a call, without what depends on its own path and host; worked
 * out from the simulator's result only.
 *
 * @param status what Envoy answers itself: "closed", a status; empty: it forwards the call
 * @param clusters the clusters with their shares and settings
 * @param more all else
 */
record SeenEnd(
    String status, ImmutableSortedMap<String, Object> clusters, ImmutableList<Object> more) {
  /** The parts of it that say where a call goes. */
  private static final int OF_DESTINATION = 2;

  /** How many there are in {@link #more}. */
  private static final int MORE = 6;

  static SeenEnd of(XdsResources proxy, CallResult result) {
    if (result.denial().isPresent()) {
      return new SeenEnd(
          "denied " + result.errorStatus(), ImmutableSortedMap.of(), ImmutableList.of());
    }
    if (result.error().isPresent()) {
      return new SeenEnd("" + result.errorStatus(), ImmutableSortedMap.of(), asked(result));
    }
    Map<String, Object> clusters = new TreeMap<>();
    Map<String, Double> shares = new TreeMap<>();
    for (ClusterShare share : result.clusters()) {
      shares.merge(share.cluster(), share.share(), Double::sum);
    }
    boolean known =
        proxy.clusters().stream().anyMatch(cluster -> shares.containsKey(cluster.getName()));
    if (!shares.isEmpty() && !known) {
      return new SeenEnd("" + OptionalInt.of(503), ImmutableSortedMap.of(), asked(result));
    }
    shares.forEach(
        (name, share) -> clusters.put(name, ImmutableList.of(share, settings(proxy, name))));
    String answer =
        result
            .redirect()
            .map(redirect -> "redirect " + redirect.status())
            .or(() -> result.directResponse().map(String::valueOf))
            .orElse("");
    return new SeenEnd(
        answer,
        ImmutableSortedMap.copyOf(clusters),
        ImmutableList.of(
            asked(result),
            result.fault(),
            result.mirrors(),
            result.requestHeaders(),
            result.responseHeaders(),
            result.routeMessage().map(SeenEnd::effect)));
  }

  /**
   * Whether two pairs of ends differ in the same: what differs of one, differs so of the other. If
   * one side only allows the calls, where they go then is no difference by itself; if one side only
   * forwards them, all else that it does to them is none.
   *
   * @param joined whether the difference is told of several hosts, whose clusters differ anyway:
   *     then it counts which of their settings change
   */
  static boolean differAlike(
      boolean joined, SeenEnd one, SeenEnd other, SeenEnd before, SeenEnd after) {
    if (one.isDenied() != other.isDenied()) {
      return (one.isDenied() ? one.status().equals(before.status()) : !before.isDenied())
          && (other.isDenied() ? other.status().equals(after.status()) : !after.isDenied());
    }
    List<Object> ones = one.parts();
    List<Object> others = other.parts();
    boolean both = one.clusters().isEmpty() == other.clusters().isEmpty();
    for (int part = 0; part < (both ? ones.size() : OF_DESTINATION); part++) {
      boolean same =
          ones.get(part).equals(before.parts().get(part))
              && others.get(part).equals(after.parts().get(part));
      boolean unchanged =
          ones.get(part).equals(others.get(part))
              && before.parts().get(part).equals(after.parts().get(part));
      boolean alike =
          joined
              && part == OF_DESTINATION
              && one.changedSettings(other).equals(before.changedSettings(after));
      if (!same && !unchanged && !alike) {
        return false;
      }
    }
    return true;
  }

  private boolean isDenied() {
    return status.startsWith("denied");
  }

  /** Whether it is no request that Envoy takes. */
  boolean isMalformed() {
    return status.equals("" + OptionalInt.of(400));
  }

  private Set<String> changedSettings(SeenEnd other) {
    Set<String> changed = new TreeSet<>();
    List<Object> ones = List.copyOf(clusters.values());
    List<Object> others = List.copyOf(other.clusters.values());
    for (int place = 0; place < Math.min(ones.size(), others.size()); place++) {
      List<?> one = (List<?>) ((List<?>) ones.get(place)).get(1);
      List<?> two = (List<?>) ((List<?>) others.get(place)).get(1);
      if (one.size() == 2 && two.size() == 2) {
        Map<FieldDescriptor, Object> fields = ((Cluster) one.get(1)).getAllFields();
        Map<FieldDescriptor, Object> current = ((Cluster) two.get(1)).getAllFields();
        Maps.difference(fields, current)
            .entriesDiffering()
            .keySet()
            .forEach(field -> changed.add(field.getName()));
        Sets.symmetricDifference(fields.keySet(), current.keySet())
            .forEach(field -> changed.add(field.getName()));
        if (!one.get(0).equals(two.get(0))) {
          changed.add("endpoints");
        }
      }
    }
    return changed;
  }

  private List<Object> parts() {
    List<Object> parts = new ArrayList<>();
    parts.add(status);
    parts.add(
        clusters.entrySet().stream()
            .map(one -> List.of(one.getKey(), ((List<?>) one.getValue()).get(0)))
            .toList());
    parts.add(clusters);
    for (int part = 0; part < MORE; part++) {
      parts.add(part < more.size() ? more.get(part) : "");
    }
    return parts;
  }

  private static ImmutableList<Object> asked(CallResult result) {
    return ImmutableList.copyOf(
        result.externalChecks().stream().map(check -> check.cluster()).toList());
  }

  private static Route effect(Route route) {
    Route.Builder effect =
        route.toBuilder()
            .clearMatch()
            .clearName()
            .clearMetadata()
            .clearDecorator()
            .clearStatPrefix();
    if (effect.hasRoute()) {
      effect.getRouteBuilder().clearCluster().clearWeightedClusters();
    }
    return effect.build();
  }

  private static Object settings(XdsResources proxy, String name) {
    Optional<Cluster> cluster =
        proxy.clusters().stream().filter(one -> one.getName().equals(name)).findFirst();
    return cluster
        .map(
            one ->
                ImmutableList.<Object>of(
                    hasEndpoints(proxy, one),
                    one.toBuilder()
                        .clearName()
                        .clearAltStatName()
                        .clearMetadata()
                        .clearLoadAssignment()
                        .build()))
        .orElse(ImmutableList.of());
  }

  private static boolean hasEndpoints(XdsResources proxy, Cluster cluster) {
    if (cluster.getType() == Cluster.DiscoveryType.ORIGINAL_DST || cluster.hasClusterType()) {
      return true;
    }
    Stream<ClusterLoadAssignment> assignments =
        cluster.getType() == Cluster.DiscoveryType.EDS
            ? proxy.endpoints().stream()
                .filter(one -> one.getClusterName().equals(cluster.getName()))
            : Stream.of(cluster.getLoadAssignment());
    return assignments
        .flatMap(one -> one.getEndpointsList().stream())
        .flatMap(one -> one.getLbEndpointsList().stream())
        .anyMatch(one -> one.getHealthStatus() != HealthStatus.UNHEALTHY);
  }
}
