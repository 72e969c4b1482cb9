// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of the configuration is behind the end of a call. This is the one place that asks for it:
 * what knows the rule and its line, where today the object is known, belongs here.
 */
final class Causes {
  private Causes() {}

  /** Each object once, by the last that it shaped. */
  static ImmutableList<Origin> of(CallResult result) {
    Map<Object, Origin> byObject = new LinkedHashMap<>();
    for (Origin origin : result.origins()) {
      byObject.put(Maps.immutableEntry(origin.object(), origin.location()), origin);
    }
    return byObject.values().stream().collect(toImmutableList());
  }
}
