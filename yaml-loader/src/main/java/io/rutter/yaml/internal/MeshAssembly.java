// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.validation.ObjectProducts;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import io.rutter.yaml.internal.node.TreeLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** Adds an object. Of those of which a mesh has one, the last counts. */
  void add(ReadObject object) {
    addSuppressedCodes(object);
    object.secret().ifPresent(collector::addSecret);
    object.inactive().ifPresent(collector::addInactive);
    object.value().ifPresent(value -> addValue(object, value));
  }

  private void addSuppressedCodes(ReadObject object) {
    object.name().ifPresent(name -> suppressedCodes.add(name, object.suppressedCodes()));
  }

  private void addValue(ReadObject object, ReadObject.Value<?> value) {
    ConfigKey name = object.name().orElseThrow();
    if (value.kind().scope() == Kind.Scope.MESH && !meshWide.add(name.kind())) {
      replacing.add(replacesAnother(object, name));
    }
    names.add(name);
    object.place().ifPresent(place -> places.add(name, place));
    collector.add(value);
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

  /** Adds objects of one kind and namespace, which are known to have different names. */
  void add(ReadGroup group) {
    group.single().forEach(this::add);
    group.suppressing().forEach(this::addSuppressedCodes);
    group.secrets().forEach(collector::addSecret);
    group.inactive().forEach(collector::addInactive);
    places.add(group.places());
    group.values().ifPresent(collector::add);
    addCharacters(group.characters());
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
   * @param sink takes what is wrong with objects together
   */
  MeshSnapshot complete(MadeObjects before, ProblemSink sink) {
    SourceMap written = sources();
    ProblemSink located = problem -> sink.report(problem.locatedBy(written));
    before.startSnapshot();
    replacing.forEach(sink::report);
    WrittenMesh mesh = collector.written(before);
    mesh.checkRegistry(located);
    IngressConversion.Result made = mesh.convertIngresses(located);
    addMade(made, mesh, located);
    MeshSnapshot all = mesh.complete(made, validation, before, located);
    suppressedCodes.alsoForMade();
    ImmutableList<Problem> tooLarge =
        ObjectProducts.check(
            all,
            limits.products(),
            limits.meshProducts() + characters / YamlLimits.CHARACTERS_OF_PRODUCT);
    tooLarge.forEach(located::report);
    return tooLarge.isEmpty() ? all : SmallerSnapshot.without(tooLarge, all);
  }

  /** An object that an Ingress makes has its position; one that is written counts before it. */
  private void addMade(IngressConversion.Result made, WrittenMesh mesh, ProblemSink located) {
    if (made.origins().isEmpty()) {
      return;
    }
    ImmutableSet<ConfigKey> written = mesh.names();
    made.origins()
        .forEach(
            (object, origin) -> {
              suppressedCodes.alsoFor(object, origin);
              if (written.contains(object)) {
                located.report(
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

  /** What the annotations of the objects so far say of problems. */
  ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return suppressedCodes.all();
  }

  /** The positions of all objects so far. */
  SourceMap sources() {
    return new TextSources(places, TreeLimits.of(limits));
  }
}
