// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the position in the input that an object, or a value in it, was read from. */
@FunctionalInterface
public interface SourceMap {
  /** Knows no positions: for objects that were built in code. */
  SourceMap NONE = (object, path) -> Optional.empty();

  /**
   * The position of the value at that path, or of the innermost enclosing value that has one.
   *
   * @param object the object
   * @param path for example {@code spec.http[0].retries}; empty for the object itself
   */
  Optional<SourceLocation> locate(ConfigKey object, String path);

  /**
   * The values of objects at a line of a file: the outermost ones that begin there, else the
   * innermost one around it; what is made of an object counts too, as a whole. Default: none is
   * known.
   *
   * @param file the file as the caller named it
   * @param line the line, counted from 1
   */
  default ImmutableList<ConfigValue> valuesAt(String file, int line) {
    return ImmutableList.of();
  }

  /**
   * The problems of an input and those of the mesh that was read from it, with positions and each
   * once: of endpoints that nothing uses the input has told where their EndpointSlice is.
   *
   * @param ofInput what reading found
   * @param ofMesh what was found in the objects
   */
  default ImmutableList<Problem> join(Collection<Problem> ofInput, Collection<Problem> ofMesh) {
    return Stream.concat(
            ofInput.stream(),
            ofMesh.stream()
                .map(problem -> problem.locatedBy(this))
                .filter(
                    problem ->
                        problem.code() != ProblemCode.UNUSED_ENDPOINTS
                            || problem.location().isEmpty()))
        .distinct()
        .collect(toImmutableList());
  }
}
