// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.FaultDelay;
import io.rutter.yaml.internal.common.PercentReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link FaultDelay} (Istio: {@code HTTPFaultInjection.Delay}). */
public final class FaultDelayReader {
  private FaultDelayReader() {}

  /** Reads the fields of the object. */
  public static FaultDelay read(ObjectNode in) {
    FaultDelay.Builder faultDelay = FaultDelay.builder();
    in.int32("percent").ifPresent(faultDelay::percent);
    FaultDelayDurationReader.read(in).ifPresent(faultDelay::duration);
    in.object("percentage", PercentReader::read).ifPresent(faultDelay::percentage);
    return faultDelay.build();
  }
}
