// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.grpc_web.v3.GrpcWeb;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;

/** HTTP filters that are the same on every listener. */
final class HttpFilters {
  static final HttpFilter GRPC_WEB =
      filter("envoy.filters.http.grpc_web", GrpcWeb.getDefaultInstance());

  static final HttpFilter GRPC_STATS =
      filter(
          "envoy.filters.http.grpc_stats",
          FilterConfig.newBuilder()
              .setEmitFilterState(true)
              .setStatsForAllMethods(Wrappers.FALSE)
              .build());

  static final HttpFilter FAULT =
      filter("envoy.filters.http.fault", HTTPFault.getDefaultInstance());

  static final HttpFilter CORS = filter("envoy.filters.http.cors", Cors.getDefaultInstance());

  private HttpFilters() {}

  static HttpFilter router(boolean suppressesDebugHeaders) {
    return filter(
        "envoy.filters.http.router",
        Router.newBuilder().setSuppressEnvoyHeaders(suppressesDebugHeaders).build());
  }

  static HttpFilter filter(String name, Message config) {
    return HttpFilter.newBuilder().setName(name).setTypedConfig(Anys.pack(config)).build();
  }
}
