// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import io.rutter.model.Percent;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Percent} (Istio: {@code Percent}); without a value: none. */
public final class PercentReader {
  private PercentReader() {}

  /** Reads the fields of the object. */
  public static Percent read(ObjectNode in) {
    return Percent.of(in.number("value").orElse(0));
  }
}
