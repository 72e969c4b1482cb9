// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/** All clusters of a proxy. */
public final class ClustersAssembler {
  private ClustersAssembler() {}

  /** Outbound clusters, static ones and, for sidecars, inbound ones; the first of a name wins. */
  public static ImmutableList<Cluster> assemble(ProxyScope scope, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }
}
