// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import io.rutter.model.ConfigKey;
import java.util.Optional;

/** Finds where in a text an object of the model, or a value in it, came from. */
@FunctionalInterface
public interface SourceMap {
  /** Knows no positions: for objects that were built in code. */
  SourceMap NONE = (object, path) -> Optional.empty();

  /**
   * The position of the value at that path, or of the innermost value around it that has one.
   *
   * @param object the object
   * @param path for example {@code spec.http[0].retries}; empty for the object itself
   */
  Optional<SourceLocation> locate(ConfigKey object, String path);
}
