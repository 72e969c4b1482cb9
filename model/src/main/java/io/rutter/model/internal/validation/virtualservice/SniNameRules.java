// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import java.util.List;

/**
 * The server names that gateways pass through by themselves: {@code outbound_.PORT_.SUBSET_.HOST}.
 * Istio reference: Gateway, {@code AUTO_PASSTHROUGH}.
 */
final class SniNameRules {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher LETTERS =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));

  private SniNameRules() {}

  static boolean isSniName(String host) {
    return host.startsWith("outbound_");
  }

  static void check(String host, Findings at) {
    List<String> parts = Splitter.on('_').splitToList(host);
    if (parts.size() < 4
        || !DIGITS.matchesAnyOf(parts.get(1))
        || !LETTERS.matchesAnyOf(parts.get(3))
        || host.length() > 255) {
      at.invalid("host: \"" + host + "\" (expected: outbound_.PORT_.SUBSET_.HOST)");
    }
  }
}
