// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import java.util.List;
import java.util.function.Function;

/** Who calls: ways to put {@link Principal}s together. */
final class Principals {
  static final Principal ANY = Principal.newBuilder().setAny(true).build();

  private Principals() {}

  /** All of them; anything if there is none. */
  static Principal all(List<Principal> parts) {
    return Principal.newBuilder()
        .setAndIds(
            Principal.Set.newBuilder().addAllIds(parts.isEmpty() ? ImmutableList.of(ANY) : parts))
        .build();
  }

  static Principal oneOf(List<Principal> parts) {
    return Principal.newBuilder().setOrIds(Principal.Set.newBuilder().addAllIds(parts)).build();
  }

  static Principal not(Principal part) {
    return Principal.newBuilder().setNotId(part).build();
  }

  /** What a field with its negation asks for: one of the values, none of the others. */
  static ImmutableList<Principal> each(
      List<String> values, List<String> notValues, Function<String, Principal> matcher) {
    return together(
        values, notValues, all -> oneOf(all.stream().map(matcher).collect(toImmutableList())));
  }

  /** The same, where all values have one matcher. */
  static ImmutableList<Principal> together(
      List<String> values, List<String> notValues, Function<List<String>, Principal> matcher) {
    ImmutableList.Builder<Principal> parts = ImmutableList.builder();
    if (!values.isEmpty()) {
      parts.add(matcher.apply(values));
    }
    if (!notValues.isEmpty()) {
      parts.add(not(matcher.apply(notValues)));
    }
    return parts.build();
  }
}
