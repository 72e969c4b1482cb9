// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.RegionFailover;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RegionFailover} (Istio: {@code LocalityLoadBalancerSetting.Failover}). */
public final class RegionFailoverReader {
  private RegionFailoverReader() {}

  /** Reads the fields of the object. */
  public static RegionFailover read(ObjectNode in) {
    RegionFailover.Builder regionFailover = RegionFailover.builder();
    in.string("from").ifPresent(regionFailover::from);
    in.string("to").ifPresent(regionFailover::to);
    return regionFailover.build();
  }
}
