// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The objects of one namespace of a cluster that its registry is made of, in any order. */
final class NamespaceObjects {
  private final List<KubernetesService> services = new ArrayList<>();
  private final List<EndpointSlice> slices = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();

  List<KubernetesService> services() {
    return services;
  }

  List<EndpointSlice> slices() {
    return slices;
  }

  List<Pod> pods() {
    return pods;
  }

  /** These objects in the order of their names. */
  static <T> ImmutableList<T> sorted(List<T> objects, Function<T, ObjectMeta> metadata) {
    return ImmutableList.sortedCopyOf(
        comparing((T object) -> metadata.apply(object).name()), objects);
  }

  /** Services by their names. */
  static ImmutableMap<ConfigKey, KubernetesService> byName(Stream<KubernetesService> services) {
    return services.collect(
        toImmutableMap(service -> ConfigKey.of("Service", service.metadata()), service -> service));
  }
}
