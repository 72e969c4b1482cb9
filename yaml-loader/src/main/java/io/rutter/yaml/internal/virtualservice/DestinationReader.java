// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Destination;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Destination} (Istio: {@code Destination}). */
public final class DestinationReader {
  private DestinationReader() {}

  /** Reads the fields of the object. */
  public static Destination read(ObjectNode in) {
    Destination.Builder destination = Destination.builder();
    destination.host(in.requiredString("host"));
    in.string("subset").ifPresent(destination::subset);
    in.portSelector("port").ifPresent(destination::port);
    return destination.build();
  }
}
