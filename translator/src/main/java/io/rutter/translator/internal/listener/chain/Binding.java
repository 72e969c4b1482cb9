// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.common.collect.ImmutableList;

/**
 * Where a listener listens.
 *
 * @param addresses IP addresses or one Unix socket, the main one first; empty where the service
 *     decides
 * @param capture how connections get there
 */
public record Binding(ImmutableList<String> addresses, Capture capture) {
  /** How connections get to a listener. */
  public enum Capture {
    /** The listener owns the port of the machine. */
    BOUND,
    /** Another listener takes connections and hands over those meant for this address. */
    REDIRECTED
  }

  /** The main address; empty where the service decides. */
  public String main() {
    return addresses.isEmpty() ? "" : addresses.get(0);
  }

  /** The other addresses. */
  public ImmutableList<String> extra() {
    return addresses.isEmpty() ? ImmutableList.of() : addresses.subList(1, addresses.size());
  }

  /** The same at other addresses. */
  public Binding at(ImmutableList<String> others) {
    return new Binding(others, capture);
  }
}
