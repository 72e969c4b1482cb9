// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/** Not there yet. */
final class GatewayListenersAssembler {
  private GatewayListenersAssembler() {}

  static AssembledListeners assemble(ProxyScope scope, ProblemSink problems) {
    return new AssembledListeners(ImmutableList.of(), ImmutableSortedSet.of());
  }
}
