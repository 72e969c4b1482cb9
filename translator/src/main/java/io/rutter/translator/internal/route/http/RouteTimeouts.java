// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.MaxStreamDuration;
import io.rutter.translator.internal.proto.Durations;

/**
 * The time limit of a whole request. Default: none; that has to be said, or Envoy's 15 seconds
 * hold. Istio document: Virtual Service, {@code HTTPRoute.timeout}.
 *
 * <p>gRPC clients may ask for less. Envoy has two ways to say so, and the newer one, {@code
 * max_stream_duration}, makes it ignore {@code timeout}; its own limit in place of that would end
 * upgraded connections too. So a limit comes with the older one, as from Istio.
 */
public final class RouteTimeouts {
  private static final MaxStreamDuration NO_LIMIT =
      MaxStreamDuration.newBuilder().setGrpcTimeoutHeaderMax(Durations.ZERO).build();

  private RouteTimeouts() {}

  /** No limit, except what gRPC clients ask for. */
  public static void none(RouteAction.Builder action) {
    action.setTimeout(Durations.ZERO).setMaxStreamDuration(NO_LIMIT);
  }

  /** A limit for all requests, which gRPC clients may lower; zero is none. */
  @SuppressWarnings("deprecation") // Envoy has no other field that leaves the limit in force.
  static void limit(Duration limit, RouteAction.Builder action) {
    if (limit.equals(Durations.ZERO)) {
      none(action);
    } else {
      action.setTimeout(limit).setMaxGrpcTimeout(limit);
    }
  }
}
