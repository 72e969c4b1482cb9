// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/** All listeners of a proxy. */
public final class ListenersAssembler {
  private ListenersAssembler() {}

  /** Outbound and inbound listeners of a sidecar, or the listeners of a gateway's servers. */
  public static AssembledListeners assemble(ProxyScope scope, ProblemSink problems) {
    throw new UnsupportedOperationException();
  }
}
