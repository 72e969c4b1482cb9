// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.ListenerClass;
import io.rutter.translator.internal.listener.chain.Binding;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * The listener for workloads that use their sidecar as an HTTP proxy: on loopback, with the route
 * configuration {@code http_proxy}. Default: none. Istio document: Global Mesh Options, {@code
 * proxyHttpPort}; the proxy's {@code HTTP_PROXY_PORT} takes precedence.
 */
final class HttpProxyListener {
  private static final String ROUTE_NAME = "http_proxy";

  private HttpProxyListener() {}

  static Optional<OutboundListener> of(ProxyScope scope) {
    int port =
        ProxyMetadata.number(scope.proxy(), "HTTP_PROXY_PORT")
            .orElse(scope.settings().proxyHttpPort());
    if (port == 0) {
      return Optional.empty();
    }
    Binding binding = new Binding(EgressBindings.localhosts(scope.proxy()), Binding.Capture.BOUND);
    OutboundChain chain =
        OutboundChain.http(
            ChainMatch.ALL,
            HttpConnectionManagerOptions.builder(ListenerClass.SIDECAR_OUTBOUND)
                .statPrefix(
                    StatNames.delimited("outbound_" + ListenerNames.of(binding.main(), port)))
                .rds(ROUTE_NAME)
                .protocol(Protocol.HTTP_PROXY)
                .absoluteUrls(true)
                .build());
    OutboundListener listener = new OutboundListener(binding, port, Protocol.HTTP_PROXY);
    if (scope.origins().areKept()) {
      ConfigPart part = scope.origins().places().mesh("proxyHttpPort");
      listener.from(part);
      listener.add(ImmutableList.of(chain.from(ImmutableList.of(part))));
    } else {
      listener.add(ImmutableList.of(chain));
    }
    return Optional.of(listener);
  }
}
