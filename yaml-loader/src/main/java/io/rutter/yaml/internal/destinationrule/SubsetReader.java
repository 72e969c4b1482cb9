// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.Subset;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Subset} (Istio: {@code Subset}). */
public final class SubsetReader {
  private SubsetReader() {}

  /** Reads the fields of the object. */
  public static Subset read(ObjectNode in) {
    Subset.Builder subset = Subset.builder();
    subset.name(in.requiredString("name"));
    subset.labels(in.stringMap("labels"));
    in.object("trafficPolicy", TrafficPolicyReader::read).ifPresent(subset::trafficPolicy);
    return subset.build();
  }
}
