// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.common.collect.ImmutableList;

/**
 * The addresses of a listener, and how connections reach it.
 *
 * @param addresses IP addresses or one Unix socket, the main address first; empty where the
 *     addresses of the service are used
 * @param capture how connections get there
 */
public record Binding(ImmutableList<String> addresses, Capture capture) {
  /** How connections get to a listener. */
  public enum Capture {
    /** The listener binds the port itself. */
    BOUND,
    /** Another listener accepts connections and hands over those for this address. */
    REDIRECTED
  }

  /** The main address; empty where the addresses of the service are used. */
  public String main() {
    return addresses.isEmpty() ? "" : addresses.get(0);
  }

  /** The other addresses. */
  public ImmutableList<String> extra() {
    return addresses.isEmpty() ? ImmutableList.of() : addresses.subList(1, addresses.size());
  }

  /** A copy with other addresses. */
  public Binding at(ImmutableList<String> others) {
    return new Binding(others, capture);
  }
}
