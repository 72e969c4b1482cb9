// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import java.util.Collection;
import java.util.Optional;

/**
 * What the objects of one kind and namespace were read to, put together once for all the meshes
 * that they take part in unchanged.
 *
 * @param single those that are added one by one: of which a mesh has one
 * @param values what the others are
 * @param places where those with a value stand, if they were read from texts
 * @param inactive what is to be known of those without a value
 * @param secrets the names of Secrets
 * @param suppressing those whose annotations say something of problems
 * @param problems what is wrong with each by itself
 * @param characters their share of what was read
 */
record ReadGroup(
    ImmutableList<ReadObject> single,
    Optional<Values> values,
    ImmutableMap<ConfigKey, Places.Place> places,
    ImmutableList<InactiveObject> inactive,
    ImmutableList<ConfigKey> secrets,
    ImmutableList<ReadObject> suppressing,
    ImmutableListMultimap<ObjectKey, Problem> problems,
    long characters) {

  /**
   * Objects that count.
   *
   * @param kind their kind
   * @param objects the objects
   */
  record Values(Kind<?> kind, ImmutableList<?> objects) {}

  /** Puts objects together, which are in the order of their names. */
  static ReadGroup of(Collection<StoredObject> objects) {
    ImmutableList.Builder<ReadObject> single = ImmutableList.builder();
    Optional<Kind<?>> kind = Optional.empty();
    ImmutableList.Builder<Object> values = ImmutableList.builder();
    ImmutableMap.Builder<ConfigKey, Places.Place> places = ImmutableMap.builder();
    ImmutableList.Builder<InactiveObject> inactive = ImmutableList.builder();
    ImmutableList.Builder<ConfigKey> secrets = ImmutableList.builder();
    ImmutableList.Builder<ReadObject> suppressing = ImmutableList.builder();
    ImmutableListMultimap.Builder<ObjectKey, Problem> problems = ImmutableListMultimap.builder();
    long characters = 0;
    for (StoredObject object : objects) {
      ReadObject read = object.read();
      problems.putAll(object.key(), object.problems());
      characters += object.characters();
      if (read.value().filter(value -> value.kind().scope() == Kind.Scope.MESH).isPresent()) {
        single.add(read);
        continue;
      }
      if (read.value().isPresent()) {
        kind = Optional.of(read.value().get().kind());
        values.add(read.value().get().object());
        read.place().ifPresent(place -> places.put(read.name().orElseThrow(), place));
      }
      read.inactive().ifPresent(inactive::add);
      read.secret().ifPresent(secrets::add);
      if (!read.suppressedCodes().isEmpty()) {
        suppressing.add(read);
      }
    }
    return new ReadGroup(
        single.build(),
        kind.map(of -> new Values(of, values.build())),
        places.buildOrThrow(),
        inactive.build(),
        secrets.build(),
        suppressing.build(),
        problems.build(),
        characters);
  }
}
