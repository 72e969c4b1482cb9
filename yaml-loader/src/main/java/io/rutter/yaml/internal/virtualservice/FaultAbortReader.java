// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.FaultAbort;
import io.rutter.yaml.internal.common.PercentReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link FaultAbort} (Istio: {@code HTTPFaultInjection.Abort}). */
public final class FaultAbortReader {
  private FaultAbortReader() {}

  /** Reads the fields of the object. */
  public static FaultAbort read(ObjectNode in) {
    FaultAbort.Builder faultAbort = FaultAbort.builder();
    FaultAbortErrorReader.read(in).ifPresent(faultAbort::error);
    in.object("percentage", PercentReader::read).ifPresent(faultAbort::percentage);
    return faultAbort.build();
  }
}
