// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Prefixes of Envoy's statistics. */
public final class StatNames {
  private StatNames() {}

  /**
   * A prefix followed by the delimiter of Istio's tooling; a stock Envoy keeps the delimiter in the
   * name.
   */
  public static String delimited(String prefix) {
    return prefix + ";";
  }
}
