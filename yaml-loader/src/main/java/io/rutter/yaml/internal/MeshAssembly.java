// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.Workload;
import io.rutter.model.validation.ObjectProducts;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import io.rutter.yaml.internal.node.TreeLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts objects that have been read together, and says what of them does not fit. */
final class MeshAssembly {
  private final YamlLimits limits;
  private final Validation validation;
  private final MeshCollector collector = new MeshCollector();
  private final Set<ConfigKey> names = new HashSet<>();
  private final Map<ConfigKey, TextSources.Place> places = new LinkedHashMap<>();
  private final Map<ConfigKey, TextSources.Place> madePlaces = new LinkedHashMap<>();
  private final Map<ConfigKey, ConfigKey> origins = new LinkedHashMap<>();
  private final Set<String> meshWide = new HashSet<>();
  private final List<Problem> replacing = new ArrayList<>();
  private final SuppressedCodes suppressedCodes = new SuppressedCodes();
  private long characters;

  MeshAssembly(YamlLimits limits, Validation validation) {
    this.limits = limits;
    this.validation = validation;
  }

  /** Adds an object. Of those of which a mesh has one, the last counts. */
  void add(ReadObject object) {
    object.name().ifPresent(name -> suppressedCodes.add(name, object.suppressedCodes()));
    object.secret().ifPresent(collector::addSecret);
    object.inactive().ifPresent(collector::addInactive);
    object.value().ifPresent(value -> addValue(object, value));
  }

  private void addValue(ReadObject object, ReadObject.Value<?> value) {
    ConfigKey name = object.name().orElseThrow();
    if (value.kind().scope() == Kind.Scope.MESH && !meshWide.add(name.kind())) {
      replacing.add(replacesAnother(name).locatedBy(sources(placesOf(object))));
    }
    names.add(name);
    places.putAll(placesOf(object));
    collector.add(value);
  }

  private static ImmutableMap<ConfigKey, TextSources.Place> placesOf(ReadObject object) {
    return object
        .place()
        .map(place -> ImmutableMap.of(object.name().orElseThrow(), place))
        .orElse(ImmutableMap.of());
  }

  private static Problem replacesAnother(ConfigKey name) {
    return Problem.warning(ProblemCode.DUPLICATE_OBJECT)
        .object(name)
        .path("kind")
        .message("replaces an earlier one (expected: one " + name.kind() + ")")
        .build();
  }

  /** Whether an object of that name has been added. */
  boolean has(ConfigKey name) {
    return names.contains(name);
  }

  /** Counts the text of objects: a large one may multiply to much. */
  void addCharacters(long more) {
    characters += more;
  }

  /**
   * The mesh.
   *
   * @param before what was made for the mesh before
   * @param sink takes what is wrong with objects together
   */
  MeshSnapshot complete(MadeObjects before, ProblemSink sink) {
    SourceMap written = sources();
    ProblemSink located = problem -> sink.report(problem.locatedBy(written));
    before.startSnapshot();
    replacing.forEach(sink::report);
    WrittenMesh mesh = collector.written();
    mesh.checkRegistry(located);
    IngressConversion.Result made = mesh.convertIngresses(before, located);
    made.origins().forEach((object, origin) -> addMade(object, origin, located));
    MeshSnapshot all = mesh.complete(made, validation, before, located);
    all.services().forEach(this::addEndpointsOf);
    all.workloads().forEach(this::addWorkload);
    ImmutableList<Problem> tooLarge =
        ObjectProducts.check(
            all,
            limits.products(),
            limits.meshProducts() + characters / YamlLimits.CHARACTERS_OF_PRODUCT);
    tooLarge.forEach(located::report);
    return tooLarge.isEmpty() ? all : SmallerSnapshot.without(tooLarge, all);
  }

  /** The endpoints of a service may be of many documents, so they have its position. */
  private void addEndpointsOf(Service service) {
    addPlace(
        new ConfigKey("ServiceEndpoints", service.namespace(), service.hostname()),
        ConfigKey.of("Service", service.metadata()));
  }

  /** A workload is its Pod. */
  private void addWorkload(Workload workload) {
    addPlace(
        ConfigKey.of("Workload", workload.metadata()), ConfigKey.of("Pod", workload.metadata()));
  }

  private void addPlace(ConfigKey object, ConfigKey document) {
    suppressedCodes.alsoFor(object, document);
    TextSources.Place place = places.get(document);
    if (place != null) {
      madePlaces.put(object, place);
    }
  }

  /** An object that an Ingress makes has its position; one that is written counts before it. */
  private void addMade(ConfigKey object, ConfigKey origin, ProblemSink located) {
    if (names.contains(object)) {
      suppressedCodes.alsoFor(object, origin);
      located.report(
          Problem.warning(ProblemCode.DUPLICATE_OBJECT)
              .object(origin)
              .message("would make " + object + ", which is there and counts")
              .build());
    } else {
      origins.put(object, origin);
      addPlace(object, origin);
    }
  }

  /** The object that was written: one that an Ingress made is that Ingress. */
  ConfigKey writtenAs(ConfigKey object) {
    return origins.getOrDefault(object, object);
  }

  /** What the annotations of the objects so far say of problems. */
  ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return suppressedCodes.all();
  }

  /** The positions of all objects so far. */
  SourceMap sources() {
    return sources(
        ImmutableMap.<ConfigKey, TextSources.Place>builder()
            .putAll(places)
            .putAll(madePlaces)
            .buildOrThrow());
  }

  private SourceMap sources(ImmutableMap<ConfigKey, TextSources.Place> of) {
    return new TextSources(of, TreeLimits.of(limits));
  }
}
