// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceMap;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import io.rutter.yaml.internal.node.TreeLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts objects that have been read together, and says what of them does not fit. */
final class MeshAssembly {
  private final YamlLimits limits;
  private final Validation validation;
  private final MeshCollector collector = new MeshCollector();
  private final Set<ConfigKey> names = new HashSet<>();
  private final Places places = new Places();
  private final Set<String> meshWide = new HashSet<>();
  private final List<Problem> replacing = new ArrayList<>();
  private final SuppressedCodes suppressedCodes = new SuppressedCodes();
  private long characters;

  MeshAssembly(YamlLimits limits, Validation validation) {
    this.limits = limits;
    this.validation = validation;
  }

  /** Adds an object by itself. Of those of which a mesh has one, the last counts. */
  void add(ReadObject object) {
    object.value().ifPresent(value -> addName(object, value.kind()));
    collect(
        ImmutableList.of(object),
        list(object.secret()),
        list(object.inactive()),
        object.value().map(ReadObject.Value::kind),
        object
            .value()
            .map(value -> NamedList.of(object.name().orElseThrow().name(), value.object()))
            .orElse(NamedList.of()));
  }

  private void addName(ReadObject object, Kind<?> kind) {
    ConfigKey name = object.name().orElseThrow();
    if (kind.scope() == Kind.Scope.MESH && !meshWide.add(name.kind())) {
      replacing.add(replacesAnother(object, name));
    }
    names.add(name);
    object.place().ifPresent(place -> places.add(name, place));
  }

  private Problem replacesAnother(ReadObject object, ConfigKey name) {
    Places own = new Places();
    object.place().ifPresent(place -> own.add(name, place));
    return Problem.warning(ProblemCode.DUPLICATE_OBJECT)
        .object(name)
        .path("kind")
        .message("replaces an earlier one (expected: one " + name.kind() + ")")
        .build()
        .locatedBy(new TextSources(own, TreeLimits.of(limits)));
  }

  private static <T> ImmutableList<T> list(Optional<T> of) {
    return of.map(ImmutableList::of).orElse(ImmutableList.of());
  }

  /** Adds objects of one kind and namespace, which are known to have different names. */
  void add(ReadGroup group) {
    group.settings().objects().forEach(this::add);
    if (!group.places().isEmpty()) {
      places.add(group.kind().orElseThrow().name(), group.namespace(), group.places());
    }
    addCharacters(group.characters());
    collect(
        group.suppressing().objects(),
        group.secrets().objects(),
        group.inactive().objects(),
        group.kind(),
        group.values());
  }

  private void collect(
      ImmutableList<ReadObject> suppressing,
      ImmutableList<ConfigKey> secrets,
      ImmutableList<InactiveObject> inactive,
      Optional<? extends Kind<?>> kind,
      NamedList<?> values) {
    for (ReadObject object : suppressing) {
      object.name().ifPresent(name -> suppressedCodes.add(name, object.suppressedCodes()));
    }
    collector.addSecrets(secrets);
    collector.addInactive(inactive);
    if (!values.isEmpty()) {
      collector.add(kind.orElseThrow(), values);
    }
  }

  /** Whether an object of that name has been added by itself. */
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
   * @param sink takes what is wrong with objects together, without their positions
   */
  MeshSnapshot complete(MadeObjects before, ProblemSink sink) {
    before.startSnapshot();
    replacing.forEach(sink::report);
    WrittenMesh mesh = collector.written(before);
    mesh.checkRegistry(sink);
    IngressConversion.Result made = mesh.convertIngresses(sink);
    addMade(made, mesh, before, sink);
    MeshSnapshot all = mesh.complete(made, validation, before, sink);
    suppressedCodes.alsoForMade();
    ImmutableList<Problem> tooLarge =
        before
            .products(all)
            .problems(
                limits.products(),
                limits.meshProducts() + characters / YamlLimits.CHARACTERS_OF_PRODUCT);
    tooLarge.forEach(sink::report);
    return tooLarge.isEmpty() ? all : SmallerSnapshot.without(tooLarge, all);
  }

  /** An object that an Ingress makes has its position; one that is written counts before it. */
  private void addMade(
      IngressConversion.Result made, WrittenMesh mesh, MadeObjects before, ProblemSink sink) {
    if (made.origins().isEmpty()) {
      return;
    }
    ImmutableSet<ConfigKey> written = mesh.names(before);
    made.origins()
        .forEach(
            (object, origin) -> {
              suppressedCodes.alsoFor(object, origin);
              if (written.contains(object)) {
                sink.report(
                    Problem.warning(ProblemCode.DUPLICATE_OBJECT)
                        .object(origin)
                        .message("would make " + object + ", which is there and counts")
                        .build());
              } else {
                places.addOrigin(object, origin);
              }
            });
  }

  /** The object that was written: one that an Ingress made is that Ingress. */
  ConfigKey writtenAs(ConfigKey object) {
    return places.writtenAs(object);
  }

  /** The problem with its position. */
  Problem located(Problem problem, LocatedProblems located) {
    return located.of(problem, places, sources());
  }

  /** What the annotations of the objects so far say of problems. */
  ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return suppressedCodes.all();
  }

  /** The positions of all objects so far. */
  SourceMap sources() {
    return new TextSources(places, TreeLimits.of(limits));
  }
}
