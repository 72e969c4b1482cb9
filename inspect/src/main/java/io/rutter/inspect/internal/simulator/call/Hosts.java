// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;

/** Hosts with and without ports. */
public final class Hosts {
  private Hosts() {}

  /** The host of a call, or the one that a client would send for its address and port. */
  static String of(Call call) {
    return call.host()
        .orElseGet(
            () -> {
              String address = ofAddress(call.address());
              int schemePort = call.tls() == CallTls.PLAINTEXT ? 80 : 443;
              return call.port() == schemePort ? address : address + ":" + call.port();
            });
  }

  /** An address as written before a port: IPv6 in brackets. */
  public static String ofAddress(String ip) {
    return ip.contains(":") ? "[" + ip + "]" : ip;
  }

  /** The index of the port's colon; -1 without a port (Envoy's {@code getPortStart}). */
  public static int portStart(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.lastIndexOf(']') > colon || colon + 1 > host.length() ? -1 : colon;
  }

  public static String withoutPort(String host) {
    int colon = portStart(host);
    return colon < 0 ? host : host.substring(0, colon);
  }
}
