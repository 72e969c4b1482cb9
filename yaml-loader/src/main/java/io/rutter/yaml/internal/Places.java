// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Where the objects of a mesh stand, those that are made of documents included. */
final class Places {
  private static final String SERVICE = "Service";
  private static final String POD = "Pod";
  private static final String ENDPOINTS = "ServiceEndpoints";
  private static final String WORKLOAD = "Workload";

  private final Map<ConfigKey, Place> single = new HashMap<>();

  /** The places of groups, by the kind and namespace that their names share. */
  private final Map<ConfigKey, List<NamedList<Place>>> groups = new HashMap<>();

  /** The Ingresses that objects are made of. */
  private final Map<ConfigKey, ConfigKey> origins = new HashMap<>();

  /**
   * Where an object stands.
   *
   * @param document the document
   * @param path the path of the object in it
   */
  record Place(TextDocument document, String path) {}

  /** Adds the place of an object. */
  void add(ConfigKey object, Place place) {
    single.put(object, place);
  }

  /** Adds the places of objects of one kind and namespace, by name. */
  void add(String kind, String namespace, NamedList<Place> group) {
    groups
        .computeIfAbsent(new ConfigKey(kind, namespace, ""), name -> new ArrayList<>())
        .add(group);
  }

  private static ConfigKey group(ConfigKey object) {
    return new ConfigKey(object.kind(), object.namespace(), "");
  }

  /** Says which object of the input another one is made of. */
  void addOrigin(ConfigKey object, ConfigKey origin) {
    origins.put(object, origin);
  }

  /** The object that was written: one that an Ingress made is that Ingress. */
  ConfigKey writtenAs(ConfigKey object) {
    return origins.getOrDefault(object, object);
  }

  /** Where an object stands, or the document that it is made of. */
  Optional<Place> of(ConfigKey object) {
    return own(object).or(() -> document(object).flatMap(this::own));
  }

  /** Passes on each object that is written, with its place, in no order. */
  void forEach(BiConsumer<ConfigKey, Place> action) {
    single.forEach(action);
    groups.forEach(
        (group, lists) ->
            lists.forEach(
                list -> {
                  for (int i = 0; i < list.names().size(); i++) {
                    action.accept(
                        new ConfigKey(group.kind(), group.namespace(), list.names().get(i)),
                        list.objects().get(i));
                  }
                }));
  }

  /** The objects that are made of one that is written. */
  ImmutableList<ConfigKey> madeOfWhole(ConfigKey written) {
    return Stream.concat(
            madeOf(written).stream(),
            origins.entrySet().stream()
                .filter(made -> made.getValue().equals(written))
                .map(Map.Entry::getKey))
        .collect(toImmutableList());
  }

  private Optional<Place> own(ConfigKey object) {
    return Stream.concat(
            Stream.ofNullable(single.get(object)),
            groups.getOrDefault(group(object), List.of()).stream()
                .flatMap(group -> group.get(object.name()).stream()))
        .findFirst();
  }

  private Optional<ConfigKey> document(ConfigKey object) {
    return switch (object.kind()) {
      case WORKLOAD -> Optional.of(new ConfigKey(POD, object.namespace(), object.name()));
      case ENDPOINTS -> service(object);
      default -> Optional.ofNullable(origins.get(object));
    };
  }

  /** The endpoints of a service may be of many documents, so they have its position. */
  private static Optional<ConfigKey> service(ConfigKey endpoints) {
    String namespace = endpoints.namespace();
    String hostname = endpoints.name();
    String suffix = MeshDefaults.serviceHostname(namespace, "");
    return hostname.endsWith(suffix)
        ? Optional.of(
            new ConfigKey(
                SERVICE, namespace, hostname.substring(0, hostname.length() - suffix.length())))
        : Optional.empty();
  }

  /** What is made of a document, beside what Ingresses make. */
  static Optional<ConfigKey> madeOf(ConfigKey document) {
    return switch (document.kind()) {
      case POD -> Optional.of(new ConfigKey(WORKLOAD, document.namespace(), document.name()));
      case SERVICE ->
          Optional.of(
              new ConfigKey(
                  ENDPOINTS,
                  document.namespace(),
                  MeshDefaults.serviceHostname(document.namespace(), document.name())));
      default -> Optional.empty();
    };
  }
}
