// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;

/** Addresses as people write them. */
final class AddressText {
  private AddressText() {}

  /** {@code 10.0.0.1:80}, {@code [::1]:80}, a path, or the name of an internal listener. */
  static String text(Address address) {
    if (address.hasPipe()) {
      return address.getPipe().getPath();
    }
    if (address.hasEnvoyInternalAddress()) {
      return address.getEnvoyInternalAddress().getServerListenerName();
    }
    SocketAddress socket = address.getSocketAddress();
    String host =
        socket.getAddress().contains(":") ? "[" + socket.getAddress() + "]" : socket.getAddress();
    return host + ":" + socket.getPortValue();
  }
}
