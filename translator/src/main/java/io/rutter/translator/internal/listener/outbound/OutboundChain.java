// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.listener.chain.ConfigPart;
import java.util.Optional;

/**
 * A filter chain of a sidecar's outbound listener.
 *
 * @param match what it takes
 * @param origin the rule of a VirtualService that it stands for
 * @param content what is done with connections
 */
record OutboundChain(ChainMatch match, Optional<ConfigPart> origin, Content content) {
  /** What is done with connections. */
  sealed interface Content {
    /** They are read as HTTP. */
    record Http(HttpConnectionManagerOptions options) implements Content {}

    /** They are passed on as bytes. */
    record Network(ImmutableList<Filter> filters) implements Content {}
  }

  static OutboundChain http(ChainMatch match, HttpConnectionManagerOptions options) {
    return new OutboundChain(match, Optional.empty(), new Content.Http(options));
  }

  static OutboundChain network(ChainMatch match, ImmutableList<Filter> filters) {
    return new OutboundChain(match, Optional.empty(), new Content.Network(filters));
  }

  static OutboundChain network(ChainMatch match, ConfigPart origin, ImmutableList<Filter> filters) {
    return new OutboundChain(match, Optional.of(origin), new Content.Network(filters));
  }

  /** The same for other connections. */
  OutboundChain matching(ChainMatch other) {
    return new OutboundChain(other, origin, content);
  }

  /** The route configuration that the chain asks for. */
  Optional<String> routeName() {
    return content instanceof Content.Http http
            && http.options().routes() instanceof HttpConnectionManagerOptions.RouteSource.Rds rds
        ? Optional.of(rds.name())
        : Optional.empty();
  }
}
