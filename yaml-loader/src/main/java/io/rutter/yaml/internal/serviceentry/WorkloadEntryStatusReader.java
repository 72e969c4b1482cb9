// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.serviceentry;

import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads the health that the status of a WorkloadEntry reports (Istio: {@code IstioStatus}). */
public final class WorkloadEntryStatusReader {
  private WorkloadEntryStatusReader() {}

  private record Condition(String type, String status) {}

  /** The condition {@code Healthy}; empty: there is none, or it is neither true nor false. */
  public static Optional<Boolean> readHealth(ObjectNode in) {
    in.acceptOthers();
    return in.objects("conditions", WorkloadEntryStatusReader::condition).stream()
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
