// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HttpRouteDestination} (Istio: {@code HTTPRouteDestination}). */
public final class HttpRouteDestinationReader {
  private HttpRouteDestinationReader() {}

  /** Reads the fields of the object. */
  public static HttpRouteDestination read(ObjectNode in) {
    HttpRouteDestination.Builder httpRouteDestination = HttpRouteDestination.builder();
    httpRouteDestination.destination(in.requiredObject("destination", DestinationReader::read));
    in.int32("weight").ifPresent(httpRouteDestination::weight);
    in.object("headers", HeadersReader::read).ifPresent(httpRouteDestination::headers);
    return httpRouteDestination.build();
  }
}
