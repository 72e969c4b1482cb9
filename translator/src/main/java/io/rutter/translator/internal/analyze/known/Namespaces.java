// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The namespaces that proxies may be in. */
public final class Namespaces {
  /** Stands for all namespaces that nothing in the mesh names; no namespace can have this name. */
  public static final String ANY_OTHER = "(any other)";

  private Namespaces() {}

  /** All namespaces with objects of the mesh, and {@link #ANY_OTHER}. */
  public static ImmutableSet<String> of(MeshSnapshot mesh) {
    ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
    mesh.namespaces().forEach(namespace -> names.add(namespace.name()));
    mesh.proxies().forEach(proxy -> names.add(proxy.namespace()));
    Stream.of(
            metadata(mesh.services(), s -> s.metadata()),
            metadata(mesh.workloads(), w -> w.metadata()),
            metadata(mesh.workloadEntries(), w -> w.metadata()),
            metadata(mesh.serviceEntries(), s -> s.metadata()),
            metadata(mesh.virtualServices(), v -> v.metadata()),
            metadata(mesh.destinationRules(), d -> d.metadata()),
            metadata(mesh.gateways(), g -> g.metadata()),
            metadata(mesh.sidecars(), s -> s.metadata()))
        .flatMap(objects -> objects)
        .forEach(object -> names.add(object.namespace()));
    return names.add(ANY_OTHER).build();
  }

  private static <T> Stream<ObjectMeta> metadata(
      Iterable<T> objects, Function<T, ObjectMeta> metadata) {
    return StreamSupport.stream(objects.spliterator(), false).map(metadata);
  }
}
