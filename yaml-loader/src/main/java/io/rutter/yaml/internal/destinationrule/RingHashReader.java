// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.RingHash;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RingHash} (Istio: {@code LoadBalancerSettings.ConsistentHashLB.RingHash}). */
public final class RingHashReader {
  private RingHashReader() {}

  /** Reads the fields of the object. */
  public static RingHash read(ObjectNode in) {
    RingHash.Builder ringHash = RingHash.builder();
    in.uint64("minimumRingSize").ifPresent(ringHash::minimumRingSize);
    return ringHash.build();
  }
}
