// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import java.util.List;
import java.util.function.Function;

/** What a request asks for: ways to put {@link Permission}s together. */
final class Permissions {
  static final Permission ANY = Permission.newBuilder().setAny(true).build();

  private Permissions() {}

  /** All of them; anything if there is none. */
  static Permission all(List<Permission> parts) {
    return Permission.newBuilder()
        .setAndRules(
            Permission.Set.newBuilder()
                .addAllRules(parts.isEmpty() ? ImmutableList.of(ANY) : parts))
        .build();
  }

  static Permission oneOf(List<Permission> parts) {
    return Permission.newBuilder()
        .setOrRules(Permission.Set.newBuilder().addAllRules(parts))
        .build();
  }

  static Permission not(Permission part) {
    return Permission.newBuilder().setNotRule(part).build();
  }

  /** What a field with its negation asks for: one of the values, none of the others. */
  static ImmutableList<Permission> each(
      List<String> values, List<String> notValues, Function<String, Permission> matcher) {
    return together(
        values, notValues, all -> oneOf(all.stream().map(matcher).collect(toImmutableList())));
  }

  /** The same, where all values have one matcher. */
  static ImmutableList<Permission> together(
      List<String> values, List<String> notValues, Function<List<String>, Permission> matcher) {
    ImmutableList.Builder<Permission> parts = ImmutableList.builder();
    if (!values.isEmpty()) {
      parts.add(matcher.apply(values));
    }
    if (!notValues.isEmpty()) {
      parts.add(not(matcher.apply(notValues)));
    }
    return parts.build();
  }
}
