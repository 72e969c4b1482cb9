// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.inspect.diff.Aspect;
import java.util.EnumMap;
import java.util.Map;

/** The settings of a cluster that calls notice, by aspect: clusters with those fields only. */
public final class ClusterSettings {
  private static final ImmutableSetMultimap<Aspect, String> FIELDS =
      ImmutableSetMultimap.<Aspect, String>builder()
          .putAll(Aspect.TLS, "transport_socket", "transport_socket_matches")
          .putAll(
              Aspect.BALANCING,
              "lb_policy",
              "load_balancing_policy",
              "lb_subset_config",
              "ring_hash_lb_config",
              "maglev_lb_config",
              "original_dst_lb_config",
              "least_request_lb_config",
              "round_robin_lb_config",
              "common_lb_config")
          .putAll(
              Aspect.LIMITS,
              "circuit_breakers",
              "connect_timeout",
              "per_connection_buffer_limit_bytes",
              "max_requests_per_connection",
              "upstream_connection_options",
              "typed_extension_protocol_options")
          .putAll(Aspect.OUTLIERS, "outlier_detection")
          .build();

  /** Which endpoints there are is told as part of the destination; names of statistics are not. */
  private static final ImmutableSetMultimap<Aspect, String> IGNORED =
      ImmutableSetMultimap.<Aspect, String>builder()
          .putAll(Aspect.CLUSTER, "name", "alt_stat_name", "metadata", "load_assignment")
          .build();

  private ClusterSettings() {}

  public static ImmutableMap<Aspect, Cluster> of(Cluster cluster) {
    Map<Aspect, Cluster.Builder> parts = new EnumMap<>(Aspect.class);
    for (Map.Entry<FieldDescriptor, Object> field : cluster.getAllFields().entrySet()) {
      String name = field.getKey().getName();
      if (!IGNORED.containsValue(name)) {
        parts
            .computeIfAbsent(aspect(name), key -> Cluster.newBuilder())
            .setField(field.getKey(), field.getValue());
      }
    }
    ImmutableMap.Builder<Aspect, Cluster> settings = ImmutableMap.builder();
    parts.forEach((aspect, part) -> settings.put(aspect, part.build()));
    return settings.buildOrThrow();
  }

  private static Aspect aspect(String field) {
    return FIELDS.entries().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Aspect.CLUSTER);
  }
}
