// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Prefixes of Envoy's statistics. */
public final class StatNames {
  private StatNames() {}

  /**
   * A prefix with the mark at its end by which Istio's tooling tells where it ends; a stock Envoy
   * keeps it as part of the name.
   */
  public static String delimited(String prefix) {
    return prefix + ";";
  }
}
