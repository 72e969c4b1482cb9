// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Selects workloads by their labels: all of the selector's labels must be there with equal values.
 * Istio reference: Sidecar, {@code WorkloadSelector}.
 *
 * @param labels the labels to look for; none selects every workload
 */
public record WorkloadSelector(ImmutableMap<String, String> labels) {
  /** A selector for workloads that have all these labels. */
  public static WorkloadSelector of(Map<String, String> labels) {
    return new WorkloadSelector(ImmutableMap.copyOf(labels));
  }

  /** Whether a workload with these labels is selected. */
  public boolean selects(Map<String, String> workloadLabels) {
    return workloadLabels.entrySet().containsAll(labels.entrySet());
  }
}
