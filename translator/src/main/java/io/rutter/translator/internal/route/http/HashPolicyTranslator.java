// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.HashCookie;
import io.rutter.model.destinationrule.HashKey;
import io.rutter.translator.internal.proto.Durations;
import java.util.Optional;

/**
 * {@link ConsistentHash} to the {@code HashPolicy} of a route: the part of a request that is
 * hashed. Istio document: Destination Rule, {@code LoadBalancerSettings.ConsistentHashLB}.
 */
final class HashPolicyTranslator {
  private HashPolicyTranslator() {}

  /** The policy; absent without a hash key. */
  static Optional<HashPolicy> translate(ConsistentHash hash) {
    return hash.hashKey().map(HashPolicyTranslator::policy);
  }

  private static HashPolicy policy(HashKey key) {
    HashPolicy.Builder out = HashPolicy.newBuilder();
    switch (key.kind()) {
      case HEADER -> out.getHeaderBuilder().setHeaderName(((HashKey.Header) key).value());
      case COOKIE -> out.setCookie(cookie(((HashKey.Cookie) key).value()));
      case SOURCE_IP ->
          out.getConnectionPropertiesBuilder().setSourceIp(((HashKey.SourceIp) key).value());
      case QUERY_PARAMETER ->
          out.getQueryParameterBuilder().setName(((HashKey.QueryParameter) key).value());
    }
    return out.build();
  }

  private static HashPolicy.Cookie cookie(HashCookie cookie) {
    HashPolicy.Cookie.Builder out = HashPolicy.Cookie.newBuilder().setName(cookie.name());
    cookie.ttl().map(Durations::of).ifPresent(out::setTtl);
    cookie.path().ifPresent(out::setPath);
    cookie
        .attributes()
        .forEach(
            attribute ->
                out.addAttributesBuilder()
                    .setName(attribute.name())
                    .setValue(attribute.value().orElse("")));
    return out.build();
  }
}
