// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.ObjectMeta;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link WorkloadEntryResource} (Istio: {@code WorkloadEntry}). */
public final class WorkloadEntryResourceReader {
  private WorkloadEntryResourceReader() {}

  /** Reads the fields of the spec. */
  public static WorkloadEntryResource read(ObjectMeta metadata, ObjectNode in) {
    WorkloadEntryResource.Builder workloadEntryResource =
        WorkloadEntryResource.builder().metadata(metadata);
    workloadEntryResource.spec(WorkloadEntryReader.read(in));
    return workloadEntryResource.build();
  }
}
