// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Names of listeners and of filter chains. */
public final class ListenerNames {
  /** The listener for all redirected outbound traffic. */
  public static final String VIRTUAL_OUTBOUND = "virtualOutbound";

  /**
   * The listener for all redirected inbound traffic; also its chain for TCP on undeclared ports.
   */
  public static final String VIRTUAL_INBOUND = "virtualInbound";

  /** Chain of {@link #VIRTUAL_INBOUND} for HTTP on undeclared ports. */
  public static final String VIRTUAL_INBOUND_CATCH_ALL_HTTP = "virtualInbound-catchall-http";

  /** Chain of {@link #VIRTUAL_INBOUND} for connections to the listener's own port. */
  public static final String VIRTUAL_INBOUND_BLACKHOLE = "virtualInbound-blackhole";

  private ListenerNames() {}

  /** {@code 0.0.0.0_80}; also the name of an inbound chain. */
  public static String of(String address, int port) {
    return address + "_" + port;
  }

  /** {@code udp_0.0.0.0_443}. */
  public static String udp(String address, int port) {
    return "udp_" + of(address, port);
  }
}
