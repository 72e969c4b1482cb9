// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.Warmup;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Warmup} (Istio: {@code WarmupConfiguration}). */
public final class WarmupReader {
  private WarmupReader() {}

  /** Reads the fields of the object. */
  public static Warmup read(ObjectNode in) {
    Warmup.Builder warmup = Warmup.builder();
    in.duration("duration").ifPresent(warmup::duration);
    in.numberValue("minimumPercent").ifPresent(warmup::minimumPercent);
    in.numberValue("aggression").ifPresent(warmup::aggression);
    return warmup.build();
  }
}
