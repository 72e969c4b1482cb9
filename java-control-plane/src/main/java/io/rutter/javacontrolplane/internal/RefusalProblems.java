// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
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
  private static final int MOST_NAMES = 5;

  private static final CharMatcher OF_NAMES =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-_|"))
          .precomputed();

  private RefusalProblems() {}

  /**
   * The problems of a response that Envoy has refused: one for each object, or one without an
   * object if none can be told.
   *
   * @param key under what the proxy is known
   * @param message what Envoy says
   * @param subscription what was refused
   */
  static ImmutableList<Problem> of(
      String key, String typeUrl, String message, Subscription subscription, Origins origins) {
    ImmutableMap<String, ResourceBytes> named = named(message, subscription.refused());
    ImmutableMap<String, ResourceBytes> taken = subscription.taken();
    ImmutableSet<ConfigKey> saying =
        named.entrySet().stream()
            .flatMap(one -> objects(one.getValue(), taken.get(one.getKey())).stream())
            .collect(toImmutableSet());
    ImmutableSet<ConfigKey> objects = origins.of(key, typeUrl, named.keySet(), saying);
    Problem problem =
        Problem.error(ProblemCode.REFUSED_BY_ENVOY)
            .message(
                "Envoy refuses %s %s: %s"
                    .formatted(
                        typeUrl.substring(typeUrl.lastIndexOf('.') + 1),
                        some(named.keySet()),
                        cut(message.strip())))
            .build();
    return objects.isEmpty()
        ? ImmutableList.of(problem)
        : objects.stream()
            .map(object -> origins.located(problem.toBuilder().object(object).build()))
            .collect(toImmutableList());
  }

  private static String some(ImmutableSet<String> names) {
    String first = String.join(", ", Iterables.limit(names, MOST_NAMES));
    return names.size() <= MOST_NAMES
        ? first
        : first + " and " + (names.size() - MOST_NAMES) + " more";
  }

  private static String cut(String text) {
    return text.length() <= Bounds.REFUSAL_CHARACTERS
        ? text
        : text.substring(0, Bounds.REFUSAL_CHARACTERS) + "...";
  }

  /** Those that the message names, or all. */
  private static ImmutableMap<String, ResourceBytes> named(
      String message, ImmutableMap<String, ResourceBytes> refused) {
    ImmutableMap<String, ResourceBytes> named =
        refused.entrySet().stream()
            .filter(one -> isNamed(one.getKey(), message))
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    return named.isEmpty() ? refused : named;
  }

  /** Whether a name stands in a message, and not only as a part of another one. */
  private static boolean isNamed(String name, String message) {
    int start = name.isEmpty() ? -1 : message.indexOf(name);
    while (start >= 0) {
      int end = start + name.length();
      if ((start == 0 || !OF_NAMES.matches(message.charAt(start - 1)))
          && (end == message.length() || !OF_NAMES.matches(message.charAt(end)))) {
        return true;
      }
      start = message.indexOf(name, start + 1);
    }
    return false;
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
