// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.internal.diff.division.Condition;

/**
 * Which tokens leave their claims for later filters.
 *
 * @param payloads by the key of the claims, when they are there
 */
public record TokenFacts(ImmutableMap<String, Condition> payloads) {
  /** No filter looks at tokens. */
  public static final TokenFacts NONE = new TokenFacts(ImmutableMap.of());

  /** Whether there are claims of this key. */
  Condition has(String key) {
    Condition known = payloads.get(key);
    return known == null ? Condition.never() : known;
  }
}
