// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.Maglev;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Maglev} (Istio: {@code LoadBalancerSettings.ConsistentHashLB.MagLev}). */
public final class MaglevReader {
  private MaglevReader() {}

  /** Reads the fields of the object. */
  public static Maglev read(ObjectNode in) {
    Maglev.Builder maglev = Maglev.builder();
    in.uint64("tableSize").ifPresent(maglev::tableSize);
    return maglev.build();
  }
}
