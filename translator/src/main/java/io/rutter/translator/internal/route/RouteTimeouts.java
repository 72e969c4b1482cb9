// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.MaxStreamDuration;
import io.rutter.translator.internal.proto.Durations;

/**
 * The time limit of a whole request. Default: none; that has to be said, or Envoy's 15 seconds
 * hold. Istio document: Virtual Service, {@code HTTPRoute.timeout}.
 */
final class RouteTimeouts {
  private RouteTimeouts() {}

  /** No limit, except what gRPC clients ask for. */
  static void none(RouteAction.Builder action) {
    limit(Durations.ZERO, action);
  }

  /** A limit for all requests, which gRPC clients may lower. */
  static void limit(Duration limit, RouteAction.Builder action) {
    action
        .setTimeout(limit)
        .setMaxStreamDuration(MaxStreamDuration.newBuilder().setGrpcTimeoutHeaderMax(limit));
  }
}
