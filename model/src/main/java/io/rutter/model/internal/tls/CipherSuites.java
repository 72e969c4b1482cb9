// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cipher suites up to TLS 1.2: a name, {@code -} or {@code !} and a name, or {@code [A|B]} for
 * names that are equally good. Envoy document: {@code TlsParameters.cipher_suites}.
 */
public final class CipherSuites {
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-GCM-SHA256",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "AES128-SHA",
          "AES256-SHA",
          "DES-CBC3-SHA",
          "ALL",
          "");

  private static final CharMatcher REMOVAL = CharMatcher.anyOf("-!");
  private static final Splitter BARS = Splitter.on('|');

  private CipherSuites() {}

  /** Whether Envoy knows a suite, or all suites of an expression. */
  public static boolean isKnown(String suite) {
    if (suite.length() > 1 && suite.startsWith("[") && suite.endsWith("]")) {
      return BARS.splitToList(suite.substring(1, suite.length() - 1)).stream()
          .allMatch(name -> !name.isEmpty() && NAMES.contains(name));
    }
    boolean removes = suite.length() > 1 && REMOVAL.matches(suite.charAt(0));
    return NAMES.contains(removes ? suite.substring(1) : suite);
  }

  /**
   * The suites that Envoy knows, without repeats, because it rejects others; empty if they would
   * leave no suite.
   */
  public static ImmutableList<String> known(List<String> suites) {
    ImmutableList<String> known =
        suites.stream().distinct().filter(CipherSuites::isKnown).collect(toImmutableList());
    return leaveNone(known) ? ImmutableList.of() : known;
  }

  /** Whether the list only removes suites, or removes all that it adds. */
  private static boolean leaveNone(List<String> suites) {
    Set<String> left = new HashSet<>();
    Set<String> banned = new HashSet<>();
    for (String suite : suites) {
      boolean removes = suite.length() > 1 && REMOVAL.matches(suite.charAt(0));
      Set<String> meant = members(removes ? suite.substring(1) : suite);
      if (!removes) {
        left.addAll(Sets.difference(meant, banned));
      } else {
        left.removeAll(meant);
        banned.addAll(suite.startsWith("!") ? meant : ImmutableSet.of());
      }
    }
    return left.isEmpty();
  }

  private static Set<String> members(String suite) {
    return suite.equals("ALL")
        ? Sets.filter(NAMES, name -> !name.isEmpty() && !name.equals("ALL"))
        : suite.startsWith("[")
            ? ImmutableSet.copyOf(BARS.split(suite.substring(1, suite.length() - 1)))
            : suite.isEmpty() ? ImmutableSet.of() : ImmutableSet.of(suite);
  }
}
