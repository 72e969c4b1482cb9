// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.primitives.Ints;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.model.ConfigKey;
import java.util.Optional;

/**
 * The name of a policy of Envoy's, which says which rule it was made from: {@code
 * ns[shop]-policy[web]-rule[0]}, with {@code istio-ext-authz-PROVIDER-} before it if a provider is
 * asked.
 *
 * @param text the name as it is
 * @param rule the rule; absent if other software gave it a name
 */
record PolicyName(String text, Optional<Rule> rule) {
  private static final String NAMESPACE = "ns[";
  private static final String POLICY = "]-policy[";
  private static final String RULE = "]-rule[";
  private static final String BAD_PROVIDER = "-deny-due-to-bad-CUSTOM-action";

  /**
   * A rule of an AuthorizationPolicy.
   *
   * @param object the policy
   * @param position the position of the rule
   */
  record Rule(ConfigKey object, int position) {}

  static PolicyName of(String text) {
    return new PolicyName(text, parse(text));
  }

  private static Optional<Rule> parse(String text) {
    int policy = text.lastIndexOf(POLICY);
    int namespace = policy < 0 ? -1 : text.lastIndexOf(NAMESPACE, policy);
    int rule = policy < 0 ? -1 : text.indexOf(RULE, policy);
    int end = rule < 0 ? -1 : text.indexOf(']', rule + RULE.length());
    if (namespace < 0 || end < 0) {
      return Optional.empty();
    }
    Integer position = Ints.tryParse(text.substring(rule + RULE.length(), end));
    return position == null
        ? Optional.empty()
        : Optional.of(
            new Rule(
                new ConfigKey(
                    "AuthorizationPolicy",
                    text.substring(namespace + NAMESPACE.length(), policy),
                    text.substring(policy + POLICY.length(), rule)),
                position));
  }

  /** Whether it stands for a rule whose provider does not exist, or cannot be used. */
  boolean isOfBadProvider() {
    return text.endsWith(BAD_PROVIDER);
  }

  /**
   * The rule as one that took part, with its position.
   *
   * @param met whether the call met it
   */
  Optional<AccessRule> told(Trail trail, boolean met) {
    return rule.map(
        of -> trail.rule(Stage.AUTHORIZATION, of.object(), "spec.rules", of.position(), met));
  }

  /** For people. */
  String print() {
    return rule.map(of -> of.object() + " rule " + of.position()).orElse(text)
        + (isOfBadProvider() ? " (its provider is not usable)" : "");
  }
}
