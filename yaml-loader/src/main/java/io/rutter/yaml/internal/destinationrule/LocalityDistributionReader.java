// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.LocalityDistribution;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link LocalityDistribution} (Istio: {@code LocalityLoadBalancerSetting.Distribute}). */
public final class LocalityDistributionReader {
  private LocalityDistributionReader() {}

  /** Reads the fields of the object. */
  public static LocalityDistribution read(ObjectNode in) {
    LocalityDistribution.Builder localityDistribution = LocalityDistribution.builder();
    in.string("from").ifPresent(localityDistribution::from);
    localityDistribution.to(in.integerMap("to"));
    return localityDistribution.build();
  }
}
