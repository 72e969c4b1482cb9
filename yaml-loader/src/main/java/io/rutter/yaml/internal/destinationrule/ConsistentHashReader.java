// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ConsistentHash} (Istio: {@code LoadBalancerSettings.ConsistentHashLB}). */
public final class ConsistentHashReader {
  private ConsistentHashReader() {}

  /** Reads the fields of the object. */
  public static ConsistentHash read(ObjectNode in) {
    ConsistentHash.Builder consistentHash = ConsistentHash.builder();
    HashKeyReader.read(in).ifPresent(consistentHash::hashKey);
    HashAlgorithmReader.read(in).ifPresent(consistentHash::hashAlgorithm);
    in.uint64("minimumRingSize").ifPresent(consistentHash::minimumRingSize);
    return consistentHash.build();
  }
}
