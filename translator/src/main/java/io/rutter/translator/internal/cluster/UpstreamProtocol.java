// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.H2UpgradePolicy;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.model.mesh.MeshH2UpgradePolicy;
import java.util.Optional;

/** The version of HTTP that a cluster speaks. Istio document: Protocol Selection. */
enum UpstreamProtocol {
  /** HTTP/1.1, which is Envoy's default, or no HTTP at all. */
  HTTP1,
  /** HTTP/2. */
  HTTP2,
  /** The version that the client speaks. */
  SAME_AS_CLIENT;

  /**
   * The version that a port asks for. Where the protocol is detected, sidecars keep the client's
   * version; gateways do not detect protocols.
   */
  static UpstreamProtocol of(Protocol protocol, boolean gateway) {
    if (protocol.isHttp2()) {
      return HTTP2;
    }
    return protocol.isUnsupported() && !gateway ? SAME_AS_CLIENT : HTTP1;
  }

  /**
   * The version after an upgrade to HTTP/2, which does not apply where the client's version is
   * kept.
   */
  UpstreamProtocol upgraded(
      Protocol protocol, Optional<ConnectionPool> pool, MeshH2UpgradePolicy meshPolicy) {
    return this == HTTP1 && upgrades(protocol, pool, meshPolicy) ? HTTP2 : this;
  }

  /** The version with {@code useClientProtocol}, which takes precedence over everything else. */
  UpstreamProtocol orSameAsClient(Optional<ConnectionPool> pool) {
    return usesClientProtocol(pool) ? SAME_AS_CLIENT : this;
  }

  private static boolean upgrades(
      Protocol protocol, Optional<ConnectionPool> pool, MeshH2UpgradePolicy meshPolicy) {
    if (usesClientProtocol(pool)) {
      return false;
    }
    return switch (pool.flatMap(ConnectionPool::http)
        .map(HttpSettings::h2UpgradePolicy)
        .orElse(H2UpgradePolicy.DEFAULT)) {
      case UPGRADE -> true;
      case DO_NOT_UPGRADE -> false;
      case DEFAULT -> protocol.isHttp() && meshPolicy == MeshH2UpgradePolicy.UPGRADE;
    };
  }

  private static boolean usesClientProtocol(Optional<ConnectionPool> pool) {
    return pool.flatMap(ConnectionPool::http).map(HttpSettings::useClientProtocol).orElse(false);
  }
}
