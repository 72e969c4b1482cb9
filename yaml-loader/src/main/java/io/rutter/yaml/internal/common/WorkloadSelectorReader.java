// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.WorkloadSelector;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link WorkloadSelector}. Istio has two types of that name: Sidecar and ServiceEntry call
 * the field {@code labels}, all others {@code matchLabels}.
 */
public final class WorkloadSelectorReader {
  private WorkloadSelectorReader() {}

  /** Reads {@code labels}. */
  public static WorkloadSelector readLabels(ObjectNode in) {
    return new WorkloadSelector(in.stringMap("labels"));
  }

  /** Reads {@code matchLabels}. */
  public static WorkloadSelector read(ObjectNode in) {
    ImmutableMap<String, String> labels = in.stringMap("matchLabels");
    return new WorkloadSelector(labels);
  }
}
