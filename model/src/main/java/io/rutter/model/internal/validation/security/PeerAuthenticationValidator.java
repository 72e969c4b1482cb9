// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import com.google.common.base.CharMatcher;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.SelectorRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.security.PeerAuthentication;

/** Checks a {@link PeerAuthentication}. Istio reference: PeerAuthentication. */
public final class PeerAuthenticationValidator {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private PeerAuthenticationValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(PeerAuthentication policy, Findings at) {
    policy.selector().ifPresent(selector -> SelectorRules.check(selector, at.at("selector")));
    boolean selects = policy.selector().filter(s -> !s.labels().isEmpty()).isPresent();
    if (!policy.portLevelMtls().isEmpty() && !selects) {
      at.at("portLevelMtls").conflicting("portLevelMtls without a selector (expected: both)");
    }
    for (String port : policy.portLevelMtls().keySet()) {
      Findings here = at.at("portLevelMtls").entry(port);
      if (port.isEmpty() || port.length() > 9 || !DIGITS.matchesAllOf(port)) {
        here.invalid("port: \"" + port + "\" (expected: 1 to 65535)");
      } else {
        ValueRules.checkPort(Integer.parseInt(port), here);
      }
    }
  }
}
