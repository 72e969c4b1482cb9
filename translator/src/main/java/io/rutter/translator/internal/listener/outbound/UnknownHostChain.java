// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.HttpConnectionManagerTranslator;
import io.rutter.translator.internal.filter.ListenerClass;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.listener.chain.ApplicationProtocols;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.sidecar.CatchAllVirtualHostAssembler;

/**
 * The chain for plain-text requests to addresses of no service, where the mesh resolves the
 * requested hosts. Istio document: Global Mesh Options, {@code ALLOW_ANY_DYNAMIC_DNS}.
 */
final class UnknownHostChain {
  private static final String NAME = "allow_any_dynamic_dns";
  private static final UInt32Value MAX_DIRECT_RESPONSE_BODY = Wrappers.uint32(1024 * 1024);

  private UnknownHostChain() {}

  static FilterChain of(ProxyScope scope) {
    HttpConnectionManagerOptions options =
        HttpConnectionManagerOptions.builder(ListenerClass.SIDECAR_OUTBOUND)
            .statPrefix(
                StatNames.delimited("outbound_" + ListenerNames.VIRTUAL_OUTBOUND + "_" + NAME))
            .routeConfiguration(
                RouteConfiguration.newBuilder()
                    .setName(NAME)
                    .addVirtualHosts(CatchAllVirtualHostAssembler.assemble(scope))
                    .setValidateClusters(Wrappers.FALSE)
                    .setMaxDirectResponseBodySizeBytes(MAX_DIRECT_RESPONSE_BODY)
                    .setIgnorePortInHostMatching(true)
                    .build())
            .build();
    FilterChain.Builder chain =
        FilterChain.newBuilder()
            .setName(ListenerNames.VIRTUAL_OUTBOUND + "-catchall-tcp-http")
            .addFilters(
                NetworkFilters.of(
                    scope, HttpConnectionManagerTranslator.translate(scope, options)));
    chain
        .getFilterChainMatchBuilder()
        .addAllApplicationProtocols(ApplicationProtocols.PLAINTEXT_HTTP);
    FilterChain made = chain.build();
    UnknownDestinationFilters.addOrigin(scope, made);
    return made;
  }
}
