// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.yaml.internal.common.WorkloadSelectorReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link DestinationRule} (Istio: {@code DestinationRule}). */
public final class DestinationRuleReader {
  private DestinationRuleReader() {}

  /** Reads the fields of the spec. */
  public static DestinationRule read(ObjectMeta metadata, ObjectNode in) {
    DestinationRule.Builder destinationRule = DestinationRule.builder().metadata(metadata);
    destinationRule.host(in.requiredString("host"));
    in.object("trafficPolicy", TrafficPolicyReader::read).ifPresent(destinationRule::trafficPolicy);
    destinationRule.subsets(in.objects("subsets", SubsetReader::read));
    destinationRule.exportTo(in.strings("exportTo"));
    in.object("workloadSelector", WorkloadSelectorReader::read)
        .ifPresent(destinationRule::workloadSelector);
    return destinationRule.build();
  }
}
