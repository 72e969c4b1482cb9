// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.internal.tls.CipherSuites;
import io.rutter.model.internal.tls.EcdhCurves;
import io.rutter.model.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Cipher suites and curves: Envoy gets those that it knows, each once. */
public final class TlsParameterRules {
  private TlsParameterRules() {}

  /** Warns of suites that are left out. */
  public static void checkSuites(List<String> suites, Findings at) {
    check(suites, CipherSuites::isKnown, "suite", "a name such as AES128-SHA", at);
    if (suites.stream().anyMatch(suite -> !suite.isEmpty() && CipherSuites.isKnown(suite))
        && CipherSuites.known(suites).isEmpty()) {
      at.warn(ProblemCode.NOT_TRANSLATED, "no suite is left (expected: one at least)");
    }
  }

  /** Warns of curves that are left out. */
  public static void checkCurves(List<String> curves, Findings at) {
    check(curves, EcdhCurves::isKnown, "curve", EcdhCurves.names(), at);
  }

  private static void check(
      List<String> names, Predicate<String> isKnown, String what, String expected, Findings at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!isKnown.test(name)) {
        warn(what, name, expected, at.at(i));
      } else if (!seen.add(name)) {
        warn(what, name, "each once", at.at(i));
      }
    }
  }

  private static void warn(String what, String name, String expected, Findings at) {
    at.warn(
        ProblemCode.NOT_TRANSLATED,
        what + ": \"" + name + "\" is left out (expected: " + expected + ")");
  }
}
