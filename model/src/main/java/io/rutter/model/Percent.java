// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

/**
 * A fraction in percent. Istio reference: Virtual Service, {@code Percent}.
 *
 * @param value percent, 0.0 to 100.0; the smallest fraction that Envoy distinguishes from 0 is
 *     0.0001
 */
public record Percent(double value) {
  /** That many percent. */
  public static Percent of(double value) {
    return new Percent(value);
  }
}
