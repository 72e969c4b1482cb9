// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;

/** Which Gateways apply to a gateway proxy, and how their servers share its ports. */
public final class GatewayIndex {
  private GatewayIndex() {}

  /** Sorts and indexes. */
  public static GatewayIndex of(
      MeshSnapshot snapshot, ServiceIndex services, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }

  /**
   * The servers of all Gateways that select a proxy, merged by port.
   *
   * @param targets the services that select the proxy, for the ports behind theirs
   */
  public MergedGateways forProxy(
      Proxy proxy, ImmutableList<ServiceTarget> targets, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }
}
