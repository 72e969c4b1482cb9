// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import io.envoyproxy.envoy.config.route.v3.VirtualCluster;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import java.util.Optional;

/** Groups of requests in statistics: the first whose headers match. */
final class VirtualClusters {
  /** The group of all other requests, if there are groups. */
  private static final String OTHERS = "other";

  private VirtualClusters() {}

  static Optional<String> of(VirtualHost host, HttpRequest request) {
    for (VirtualCluster candidate : host.getVirtualClustersList()) {
      if (HeaderMatch.failure(candidate.getHeadersList(), request).isEmpty()) {
        return Optional.of(candidate.getName());
      }
    }
    return host.getVirtualClustersCount() == 0 ? Optional.empty() : Optional.of(OTHERS);
  }
}
