// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceMap;
import java.util.Optional;

/**
 * The positions of problems, each found once for all the meshes that have the problem and in which
 * its object stands at the same place. Safe for use by several threads.
 */
final class LocatedProblems {
  /** By the identity of problems, as long as a mesh has them. */
  private final Cache<Problem, Located> known = CacheBuilder.newBuilder().weakKeys().build();

  private record Located(Places.Place place, Problem problem) {}

  /** The problem with its position. */
  Problem of(Problem problem, Places places, SourceMap sources) {
    Optional<Places.Place> place = problem.object().flatMap(places::of);
    if (problem.location().isPresent() || place.isEmpty()) {
      return problem;
    }
    Located last = known.getIfPresent(problem);
    if (last != null && last.place().equals(place.get())) {
      return last.problem();
    }
    Located located = new Located(place.get(), problem.locatedBy(sources));
    known.put(problem, located);
    return located.problem();
  }
}
