// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/** The route configurations that a proxy's listeners ask for. */
public final class RouteConfigurationsAssembler {
  private RouteConfigurationsAssembler() {}

  /** One configuration per name. */
  public static ImmutableList<RouteConfiguration> assemble(
      ProxyScope scope, ImmutableSortedSet<String> names, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }
}
