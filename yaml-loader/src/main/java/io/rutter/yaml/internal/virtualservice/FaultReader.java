// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Fault;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Fault} (Istio: {@code HTTPFaultInjection}). */
public final class FaultReader {
  private FaultReader() {}

  /** Reads the fields of the object. */
  public static Fault read(ObjectNode in) {
    Fault.Builder fault = Fault.builder();
    in.object("delay", FaultDelayReader::read).ifPresent(fault::delay);
    in.object("abort", FaultAbortReader::read).ifPresent(fault::abort);
    return fault.build();
  }
}
