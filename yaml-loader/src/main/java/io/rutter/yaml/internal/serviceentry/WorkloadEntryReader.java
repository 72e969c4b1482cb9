// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.model.ObjectMeta;
import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link WorkloadEntry}, by itself and as an endpoint of a ServiceEntry. */
public final class WorkloadEntryReader {
  private WorkloadEntryReader() {}

  /** Reads the object, with the health that its status reports. */
  public static WorkloadEntryResource workloadEntryResource(ObjectMeta metadata, ObjectNode in) {
    WorkloadEntryResource.Builder entry =
        WorkloadEntryResource.builder()
            .metadata(metadata)
            .spec(
                in.requiredObject("spec", FieldNames.PROTOBUF, WorkloadEntryReader::workloadEntry));
    in.object("status", FieldNames.PROTOBUF, WorkloadEntryReader::health)
        .flatMap(healthy -> healthy)
        .ifPresent(entry::healthy);
    return entry.build();
  }

  static WorkloadEntry workloadEntry(ObjectNode in) {
    WorkloadEntry.Builder entry = WorkloadEntry.builder();
    in.string("address").ifPresent(entry::address);
    entry.ports(in.integerMap("ports"));
    entry.labels(in.stringMap("labels"));
    in.string("network").ifPresent(entry::network);
    in.string("locality").ifPresent(entry::locality);
    in.uint32("weight").ifPresent(entry::weight);
    in.string("serviceAccount").ifPresent(entry::serviceAccount);
    return entry.build();
  }

  private record Condition(String type, String status) {}

  /**
   * The condition {@code Healthy} of a status (Istio: {@code IstioStatus}); empty: there is none,
   * or it is neither true nor false.
   */
  private static Optional<Boolean> health(ObjectNode in) {
    in.acceptOthers();
    return in.objects("conditions", WorkloadEntryReader::condition).stream()
        .filter(condition -> condition.type().equals("Healthy"))
        .findFirst()
        .map(Condition::status)
        .filter(status -> status.equals("True") || status.equals("False"))
        .map("True"::equals);
  }

  private static Condition condition(ObjectNode in) {
    in.acceptOthers();
    return new Condition(in.string("type").orElse(""), in.string("status").orElse(""));
  }
}
