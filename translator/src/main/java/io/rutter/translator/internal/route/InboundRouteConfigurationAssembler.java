// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteAction.MaxStreamDuration;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.common.RouteConfigurations;
import io.rutter.translator.internal.route.http.DefaultRoute;
import io.rutter.translator.internal.route.http.InboundRetryPolicy;
import io.rutter.translator.internal.route.http.RouteDecorators;
import io.rutter.translator.internal.route.match.HttpMatchTranslator;

/**
 * The {@code RouteConfiguration} of an inbound HTTP connection manager: everything goes to the
 * workload, without timeout. Istio document: MeshConfig, {@code defaultInboundHttpRetryPolicy}.
 */
public final class InboundRouteConfigurationAssembler {
  private InboundRouteConfigurationAssembler() {}

  /**
   * The configuration, which is named like the cluster.
   *
   * @param cluster the cluster of the workload's port
   * @param hostname the service, for traces
   * @param port the port of the service
   * @param protocol the protocol of the port: gRPC is never retried
   */
  public static RouteConfiguration assemble(
      ProxyScope scope, String cluster, String hostname, int port, Protocol protocol) {
    RouteAction.Builder action =
        RouteAction.newBuilder()
            .setCluster(cluster)
            .setTimeout(Durations.ZERO)
            .setMaxStreamDuration(
                MaxStreamDuration.newBuilder()
                    .setMaxStreamDuration(Durations.ZERO)
                    .setGrpcTimeoutHeaderMax(Durations.ZERO));
    if (protocol != Protocol.GRPC && protocol != Protocol.GRPC_WEB) {
      InboundRetryPolicy.of(scope.settings().defaultInboundHttpRetryPolicy())
          .ifPresent(action::setRetryPolicy);
    }
    Route route =
        Route.newBuilder()
            .setName(DefaultRoute.NAME)
            .setMatch(HttpMatchTranslator.everything())
            .setRoute(action)
            .setDecorator(RouteDecorators.ofService(hostname, port))
            .build();
    return RouteConfigurations.empty(cluster).toBuilder()
        .addVirtualHosts(
            VirtualHost.newBuilder()
                .setName(VirtualHostNames.inbound(port))
                .addDomains("*")
                .addRoutes(route))
        .build();
  }
}
