// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.problem.Problem;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A mesh without the objects that problems were found with. */
final class SmallerSnapshot {
  private SmallerSnapshot() {}

  /** The mesh without the objects that these problems name. */
  static MeshSnapshot without(List<Problem> problems, MeshSnapshot mesh) {
    ImmutableSet<ConfigKey> named =
        problems.stream().map(Problem::object).flatMap(Optional::stream).collect(toImmutableSet());
    return mesh.toBuilder()
        .virtualServices(
            others("VirtualService", mesh.virtualServices(), VirtualService::metadata, named))
        .destinationRules(
            others("DestinationRule", mesh.destinationRules(), DestinationRule::metadata, named))
        .serviceEntries(
            others("ServiceEntry", mesh.serviceEntries(), ServiceEntry::metadata, named))
        .build();
  }

  private static <T> List<T> others(
      String kind,
      List<T> objects,
      Function<T, ObjectMeta> metadata,
      ImmutableSet<ConfigKey> named) {
    return objects.stream()
        .filter(object -> !named.contains(ConfigKey.of(kind, metadata.apply(object))))
        .toList();
  }
}
