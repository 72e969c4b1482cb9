// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.Mirror;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Destination}, and the messages that give one a weight or a percentage. */
public final class DestinationReader {
  private DestinationReader() {}

  /** Istio: {@code HTTPRouteDestination}. */
  public static HttpRouteDestination httpRouteDestination(ObjectNode in) {
    HttpRouteDestination.Builder destination = HttpRouteDestination.builder();
    destination.destination(in.requiredObject("destination", DestinationReader::destination));
    in.int32Value("weight").ifPresent(destination::weight);
    in.object("headers", HttpHeadersReader::headers).ifPresent(destination::headers);
    return destination.build();
  }

  public static Destination destination(ObjectNode in) {
    Destination.Builder destination = Destination.builder();
    destination.host(in.requiredString("host"));
    in.string("subset").ifPresent(destination::subset);
    in.portSelector("port").ifPresent(destination::port);
    return destination.build();
  }

  static RouteDestination routeDestination(ObjectNode in) {
    RouteDestination.Builder destination = RouteDestination.builder();
    destination.destination(in.requiredObject("destination", DestinationReader::destination));
    in.int32Value("weight").ifPresent(destination::weight);
    return destination.build();
  }

  /** Istio: {@code HTTPMirrorPolicy}. */
  static Mirror mirror(ObjectNode in) {
    Mirror.Builder mirror = Mirror.builder();
    mirror.destination(in.requiredObject("destination", DestinationReader::destination));
    in.object("percentage", ValueReader::percent).ifPresent(mirror::percentage);
    return mirror.build();
  }
}
