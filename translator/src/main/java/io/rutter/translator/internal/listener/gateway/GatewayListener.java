// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.translator.internal.naming.ListenerNames;

/**
 * A listener of a gateway as its servers describe it.
 *
 * @param name its name
 * @param transport the transport of connections
 * @param address the address it is bound to
 * @param extraAddresses further addresses it is bound to
 * @param port the port
 * @param chains its filter chains, in order of precedence
 */
record GatewayListener(
    String name,
    Transport transport,
    String address,
    ImmutableList<String> extraAddresses,
    int port,
    ImmutableList<GatewayChain> chains) {

  /** The transport of connections. */
  enum Transport {
    /** TCP or a Unix socket. */
    TCP,
    /** QUIC over UDP. */
    QUIC
  }

  static String name(Transport transport, String address, int port) {
    return switch (transport) {
      case TCP -> ListenerNames.of(address, port);
      case QUIC -> ListenerNames.udp(address, port);
    };
  }

  GatewayListener withChains(ImmutableList<GatewayChain> others) {
    return new GatewayListener(name, transport, address, extraAddresses, port, others);
  }
}
