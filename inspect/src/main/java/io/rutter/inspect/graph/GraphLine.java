// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import static java.util.Objects.requireNonNull;

import io.rutter.model.ConfigKey;
import java.util.Optional;

/**
 * One line of text of a node or an edge.
 *
 * @param text the text as it comes of the input, without any escaping
 * @param object the object that it comes from; absent if several or none have a say
 * @param change whether the line is new or gone
 */
public record GraphLine(String text, Optional<ConfigKey> object, GraphChange change) {
  /** Checks that nothing is null. */
  public GraphLine {
    requireNonNull(text, "text");
    requireNonNull(object, "object");
    requireNonNull(change, "change");
  }

  /** A line that comes of no single object. */
  public static GraphLine of(String text) {
    return new GraphLine(text, Optional.empty(), GraphChange.SAME);
  }

  /** The same line with that change. */
  public GraphLine with(GraphChange newChange) {
    return new GraphLine(text, object, newChange);
  }
}
