// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Origin;
import io.rutter.model.ConfigValue;
import java.util.stream.Stream;

/** The values of a mesh that a call took. */
public final class MetValues {
  private MetValues() {}

  /** The values, also of those calls that end otherwise. */
  public static ImmutableSet<ConfigValue> of(CallResult result) {
    return all(result)
        .filter(Origin::met)
        .map(origin -> new ConfigValue(origin.object(), origin.path()))
        .flatMap(MetValues::withRule)
        .collect(toImmutableSet());
  }

  private static Stream<Origin> all(CallResult result) {
    return Stream.concat(
        result.origins().stream(), result.otherwise().stream().flatMap(MetValues::all));
  }

  /** A chain of a {@code tls} rule comes from one of its matches, which means the rule too. */
  private static Stream<ConfigValue> withRule(ConfigValue value) {
    int match = value.path().lastIndexOf(".match[");
    return match < 0
        ? Stream.of(value)
        : Stream.of(value, new ConfigValue(value.object(), value.path().substring(0, match)));
  }
}
