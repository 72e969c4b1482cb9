// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Envoy refuses, as problems of the objects that it comes from. Envoy names clusters and
 * listeners in its message, and nothing where routes are wrong: then it is what had changed.
 */
final class RefusalProblems {
  private RefusalProblems() {}

  /**
   * The problems of a response that Envoy has refused: one for each object, or one without an
   * object if none can be told.
   *
   * @param refused what was new in the response
   * @param taken what Envoy has in place of it
   */
  static ImmutableList<Problem> of(
      String typeUrl,
      String message,
      ImmutableMap<String, ResourceBytes> refused,
      ImmutableMap<String, ResourceBytes> taken) {
    ImmutableMap<String, ResourceBytes> named = named(message, refused);
    ImmutableSet<ConfigKey> objects =
        named.entrySet().stream()
            .flatMap(one -> objects(one.getValue(), taken.get(one.getKey())).stream())
            .collect(toImmutableSet());
    Problem problem =
        Problem.error(ProblemCode.REFUSED_BY_ENVOY)
            .message(
                "Envoy refuses %s %s: %s"
                    .formatted(
                        typeUrl.substring(typeUrl.lastIndexOf('.') + 1),
                        String.join(", ", named.keySet()),
                        message.strip()))
            .build();
    return objects.isEmpty()
        ? ImmutableList.of(problem)
        : objects.stream()
            .map(object -> problem.toBuilder().object(object).build())
            .collect(toImmutableList());
  }

  /** Those that the message names, or all. */
  private static ImmutableMap<String, ResourceBytes> named(
      String message, ImmutableMap<String, ResourceBytes> refused) {
    ImmutableMap<String, ResourceBytes> named =
        refused.entrySet().stream()
            .filter(one -> message.contains(one.getKey()))
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    return named.isEmpty() ? refused : named;
  }

  /** The objects of what has changed in a resource, or all of its objects. */
  private static ImmutableSet<ConfigKey> objects(
      ResourceBytes refused, @Nullable ResourceBytes taken) {
    ShapedParts parts = ShapedParts.of(refused.bytes());
    ImmutableSet<ConfigKey> changed =
        taken == null ? ImmutableSet.of() : parts.without(ShapedParts.of(taken.bytes())).objects();
    return changed.isEmpty() ? parts.objects() : changed;
  }
}
