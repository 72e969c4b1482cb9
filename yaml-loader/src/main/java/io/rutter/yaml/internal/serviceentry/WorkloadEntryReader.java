// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link WorkloadEntry} (Istio: {@code WorkloadEntry}). */
public final class WorkloadEntryReader {
  private WorkloadEntryReader() {}

  /** Reads the fields of the object. */
  public static WorkloadEntry read(ObjectNode in) {
    WorkloadEntry.Builder workloadEntry = WorkloadEntry.builder();
    in.string("address").ifPresent(workloadEntry::address);
    workloadEntry.ports(in.integerMap("ports"));
    workloadEntry.labels(in.stringMap("labels"));
    in.string("network").ifPresent(workloadEntry::network);
    in.string("locality").ifPresent(workloadEntry::locality);
    in.uint32("weight").ifPresent(workloadEntry::weight);
    in.string("serviceAccount").ifPresent(workloadEntry::serviceAccount);
    return workloadEntry.build();
  }
}
