// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;

/**
 * A filter chain of a sidecar's outbound listener.
 *
 * @param match which connections it matches
 * @param origin the rule of a VirtualService that it is made from
 * @param content how connections are handled
 * @param from what else it is made from
 */
record OutboundChain(
    ChainMatch match,
    Optional<ConfigPart> origin,
    Content content,
    ImmutableList<ConfigPart> from) {
  /** How connections are handled. */
  sealed interface Content {
    /** Connections are parsed as HTTP. */
    record Http(HttpConnectionManagerOptions options) implements Content {}

    /** Connections are forwarded as TCP. */
    record Network(ImmutableList<Filter> filters) implements Content {}
  }

  static OutboundChain http(ChainMatch match, HttpConnectionManagerOptions options) {
    return new OutboundChain(
        match, Optional.empty(), new Content.Http(options), ImmutableList.of());
  }

  static OutboundChain network(ChainMatch match, ImmutableList<Filter> filters) {
    return new OutboundChain(
        match, Optional.empty(), new Content.Network(filters), ImmutableList.of());
  }

  static OutboundChain network(ChainMatch match, ConfigPart origin, ImmutableList<Filter> filters) {
    return new OutboundChain(
        match, Optional.of(origin), new Content.Network(filters), ImmutableList.of());
  }

  /** A copy with another match. */
  OutboundChain matching(ChainMatch other) {
    return new OutboundChain(other, origin, content, from);
  }

  /** A copy that says what else it is made from. */
  OutboundChain from(ImmutableList<ConfigPart> parts) {
    return new OutboundChain(match, origin, content, parts);
  }

  /** A copy that says that it is made from the port of a service, if anybody asks. */
  OutboundChain from(ProxyScope scope, ListenedService target) {
    return scope.origins().areKept() ? from(ImmutableList.of(target.part(scope))) : this;
  }

  /** The route configuration that the chain asks for. */
  Optional<String> routeName() {
    return content instanceof Content.Http http
            && http.options().routes() instanceof HttpConnectionManagerOptions.RouteSource.Rds rds
        ? Optional.of(rds.name())
        : Optional.empty();
  }
}
