// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is wrong with the objects of a store at one moment. Objects bring their own problems; only
 * who asks for them has them put together. Safe for use by several threads.
 */
public final class StoredProblems {
  private final Supplier<Sorted> sorted;

  private record Sorted(
      ImmutableListMultimap<ObjectKey, Problem> byObject, ImmutableList<Problem> others) {}

  /**
   * Problems that are not put together yet.
   *
   * @param wrong the objects with problems of their own
   * @param ofSources what belongs to no object
   * @param together what is wrong with objects together, without positions
   * @param mesh the mesh of the objects
   * @param located knows positions
   */
  StoredProblems(
      List<ImmutableList<StoredObject>> wrong,
      List<Problem> ofSources,
      List<Problem> together,
      MeshAssembly mesh,
      LocatedProblems located) {
    sorted = Suppliers.memoize(() -> sort(wrong, ofSources, together, mesh, located))::get;
  }

  private static Sorted sort(
      List<ImmutableList<StoredObject>> wrong,
      List<Problem> ofSources,
      List<Problem> together,
      MeshAssembly mesh,
      LocatedProblems located) {
    ImmutableListMultimap.Builder<ObjectKey, Problem> byObject = ImmutableListMultimap.builder();
    ImmutableList.Builder<Problem> others = ImmutableList.builder();
    byObject.orderKeysBy(Comparator.naturalOrder());
    for (ImmutableList<StoredObject> objects : wrong) {
      objects.forEach(object -> byObject.putAll(object.key(), object.problems()));
    }
    others.addAll(ofSources);
    for (Problem each : together) {
      Problem problem = mesh.located(each, located);
      Optional<ObjectKey> key = problem.object().map(mesh::writtenAs).flatMap(ObjectIdentity::of);
      key.ifPresentOrElse(of -> byObject.put(of, problem), () -> others.add(problem));
    }
    return new Sorted(byObject.build(), others.build());
  }

  /** By object, in the order of the keys. */
  public ImmutableListMultimap<ObjectKey, Problem> byObject() {
    return sorted.get().byObject();
  }

  /** What belongs to no object. */
  public ImmutableList<Problem> others() {
    return sorted.get().others();
  }
}
