// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigValue;
import java.util.List;

/** Which origins of a resource belong to a value of the input. */
final class OriginsOfValue {
  private OriginsOfValue() {}

  /** Those that are the value or in it; if there is none, the nearest ones around it. */
  static ImmutableList<PartOrigin> in(List<PartOrigin> origins, ConfigValue value) {
    ImmutableList<PartOrigin> inside =
        origins.stream()
            .filter(origin -> value.includes(origin.value()))
            .collect(toImmutableList());
    if (!inside.isEmpty()) {
      return inside;
    }
    List<PartOrigin> around =
        origins.stream().filter(origin -> origin.value().includes(value)).toList();
    int nearest = around.stream().mapToInt(origin -> origin.path().length()).max().orElse(0);
    return around.stream()
        .filter(origin -> origin.path().length() == nearest)
        .collect(toImmutableList());
  }
}
