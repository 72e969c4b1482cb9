// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.MaxStreamDuration;
import io.rutter.translator.internal.proto.Durations;

/**
 * The timeout of a whole request. Default: none, which has to be set explicitly, because Envoy's
 * default is 15 seconds. Istio document: Virtual Service, {@code HTTPRoute.timeout}.
 *
 * <p>gRPC clients may ask for less. Envoy has two fields for that. The newer, {@code
 * max_stream_duration}, makes it ignore {@code timeout}, and a limit there would also end upgraded
 * connections. So a timeout uses the older field, as in Istio.
 */
public final class RouteTimeouts {
  private static final MaxStreamDuration NO_LIMIT =
      MaxStreamDuration.newBuilder().setGrpcTimeoutHeaderMax(Durations.ZERO).build();

  private RouteTimeouts() {}

  /** Sets no timeout, except what gRPC clients ask for. */
  public static void none(RouteAction.Builder action) {
    action.setTimeout(Durations.ZERO).setMaxStreamDuration(NO_LIMIT);
  }

  /** Sets a timeout for all requests, which gRPC clients may lower; zero means none. */
  @SuppressWarnings("deprecation") // Envoy has no other field that keeps the timeout in force.
  static void limit(Duration limit, RouteAction.Builder action) {
    if (limit.equals(Durations.ZERO)) {
      none(action);
    } else {
      action.setTimeout(limit).setMaxGrpcTimeout(limit);
    }
  }
}
