// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import com.google.common.primitives.Ints;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.translator.AppliedTokenRule;
import java.util.List;
import java.util.Optional;

/**
 * Which rule a provider of the filter was made from.
 *
 * @param rules the rules behind {@code origins-0}, {@code origins-1} and so on; empty if other
 *     software made the configuration
 */
record ProviderNames(List<AppliedTokenRule> rules) {
  private static final String PREFIX = "origins-";

  private Optional<AppliedTokenRule> rule(String provider) {
    Integer position =
        provider.startsWith(PREFIX) ? Ints.tryParse(provider.substring(PREFIX.length())) : null;
    return position == null || position < 0 || position >= rules.size()
        ? Optional.empty()
        : Optional.of(rules.get(position));
  }

  /** The rule as one that took part, with its position. */
  @CanIgnoreReturnValue
  Optional<AccessRule> told(String provider, Trail trail) {
    return rule(provider)
        .map(
            rule ->
                trail.rule(
                    Stage.AUTHENTICATION, rule.object(), "spec.jwtRules", rule.rule(), true));
  }

  /** For people. */
  String print(String provider) {
    return rule(provider)
        .map(rule -> rule.object() + " rule " + rule.rule())
        .orElse(provider.isEmpty() ? "any provider" : provider);
  }

  /** Whether a token can be good: unless nobody knows the keys. */
  boolean hasKeys(String provider) {
    return rule(provider).map(AppliedTokenRule::hasKeys).orElse(true);
  }
}
