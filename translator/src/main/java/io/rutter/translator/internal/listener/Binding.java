// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import com.google.common.collect.ImmutableList;

/**
 * Where a listener listens.
 *
 * @param addresses IP addresses or one Unix socket, the main one first; empty where the service
 *     decides
 * @param capture how connections get there
 */
record Binding(ImmutableList<String> addresses, Capture capture) {
  /** How connections get to a listener. */
  enum Capture {
    /** The listener owns the port of the machine. */
    BOUND,
    /** Another listener takes connections and hands over those meant for this address. */
    REDIRECTED
  }

  /** The main address; empty where the service decides. */
  String main() {
    return addresses.isEmpty() ? "" : addresses.get(0);
  }

  /** The other addresses. */
  ImmutableList<String> extra() {
    return addresses.isEmpty() ? ImmutableList.of() : addresses.subList(1, addresses.size());
  }

  /** The same at other addresses. */
  Binding at(ImmutableList<String> others) {
    return new Binding(others, capture);
  }
}
