// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

import java.util.Optional;

/** Names of clusters. */
public final class ClusterNames {
  /** Accepts connections and closes them. */
  public static final String BLACK_HOLE = "BlackHoleCluster";

  /** Forwards connections to their original destination. */
  public static final String PASSTHROUGH = "PassthroughCluster";

  /** Forwards inbound traffic for unknown services to its original destination. */
  public static final String INBOUND_PASSTHROUGH = "InboundPassthroughCluster";

  /** Resolves the host of each request. */
  public static final String ALLOW_ANY_DYNAMIC_DNS = "AllowAnyDynamicDNSCluster";

  private ClusterNames() {}

  /** {@code outbound|9080|v1|reviews.default.svc.cluster.local}; the subset may be empty. */
  public static String outbound(int port, String subset, String hostname) {
    return "outbound|" + port + "|" + subset + "|" + hostname;
  }

  /** {@code inbound|9080||}. */
  public static String inbound(int targetPort) {
    return "inbound|" + targetPort + "||";
  }

  /**
   * {@code outbound_.9080_.v1_.reviews.default.svc.cluster.local}: the SNI of mutual TLS, and the
   * cluster name on gateways that route by it.
   */
  public static String sni(int port, String subset, String hostname) {
    return "outbound_." + port + "_." + subset + "_." + hostname;
  }

  /**
   * {@code reviews.default.svc.cluster.local:9080} of {@link #outbound}; absent for other names.
   */
  public static Optional<String> hostAndPort(String cluster) {
    int port = cluster.indexOf('|') + 1;
    int subset = cluster.indexOf('|', port) + 1;
    int host = cluster.indexOf('|', subset) + 1;
    return port > 0 && subset > 0 && host > 0 && cluster.indexOf('|', host) < 0
        ? Optional.of(cluster.substring(host) + ":" + cluster.substring(port, subset - 1))
        : Optional.empty();
  }
}
