// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import java.util.List;

/** Addresses to bind or to connect to. */
public final class Addresses {
  private static final String UNIX = "unix://";

  private Addresses() {}

  /** TCP on an IP address; with port 0, a Unix socket such as {@code unix:///var/run/x}. */
  public static Address tcp(String address, int port) {
    if (port == 0) {
      String path = address.startsWith(UNIX) ? address.substring(UNIX.length()) : address;
      return Address.newBuilder().setPipe(Pipe.newBuilder().setPath(path)).build();
    }
    return socket(address, port, SocketAddress.Protocol.TCP);
  }

  /** UDP on an IP address. */
  public static Address udp(String address, int port) {
    return socket(address, port, SocketAddress.Protocol.UDP);
  }

  /** TCP on more IP addresses of one listener. */
  public static ImmutableList<AdditionalAddress> additionalTcp(List<String> addresses, int port) {
    return addresses.stream()
        .map(address -> AdditionalAddress.newBuilder().setAddress(tcp(address, port)).build())
        .collect(toImmutableList());
  }

  /** UDP on more IP addresses of one listener. */
  public static ImmutableList<AdditionalAddress> additionalUdp(List<String> addresses, int port) {
    return addresses.stream()
        .map(address -> AdditionalAddress.newBuilder().setAddress(udp(address, port)).build())
        .collect(toImmutableList());
  }

  private static Address socket(String address, int port, SocketAddress.Protocol protocol) {
    return Address.newBuilder()
        .setSocketAddress(
            SocketAddress.newBuilder().setProtocol(protocol).setAddress(address).setPortValue(port))
        .build();
  }
}
