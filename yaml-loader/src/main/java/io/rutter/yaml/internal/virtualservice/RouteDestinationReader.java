// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RouteDestination} (Istio: {@code RouteDestination}). */
public final class RouteDestinationReader {
  private RouteDestinationReader() {}

  /** Reads the fields of the object. */
  public static RouteDestination read(ObjectNode in) {
    RouteDestination.Builder routeDestination = RouteDestination.builder();
    routeDestination.destination(in.requiredObject("destination", DestinationReader::read));
    in.int32("weight").ifPresent(routeDestination::weight);
    return routeDestination.build();
  }
}
