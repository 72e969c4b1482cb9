// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.origin;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemSink;

/**
 * The part of a configuration object that a listener or chain is made from.
 *
 * @param object the object
 * @param path where in it, {@code spec.servers[0]}
 */
public record ConfigPart(ConfigKey object, String path) {

  /** A field of this part. */
  public ConfigPart field(String field) {
    return new ConfigPart(object, path.isEmpty() ? field : path + "." + field);
  }

  /** A sink for problems whose paths start at a field of this part. */
  public ProblemSink under(String field, ProblemSink problems) {
    return problem ->
        problems.report(
            problem.toBuilder()
                .object(object)
                .path(path + "." + field + "." + problem.path())
                .build());
  }

  @Override
  public String toString() {
    return path + " of " + object;
  }
}
