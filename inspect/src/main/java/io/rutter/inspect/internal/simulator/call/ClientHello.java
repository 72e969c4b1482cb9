// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;

/** The TLS ClientHello of a call: its own values, else the usual ones of such clients. */
public final class ClientHello {
  private ClientHello() {}

  public static String serverName(Call call) {
    return call.sni()
        .orElseGet(
            () -> call.tls() == CallTls.MTLS ? "" : Hosts.withoutPort(call.host().orElse("")));
  }

  public static ImmutableList<String> applicationProtocols(Call call) {
    return call.alpn()
        .orElseGet(() -> call.tls() == CallTls.MTLS ? meshProtocols(call) : protocols(call));
  }

  private static ImmutableList<String> meshProtocols(Call call) {
    return switch (call.protocol()) {
      case HTTP -> ImmutableList.of("istio-http/1.1");
      case HTTP2 -> ImmutableList.of("istio-h2");
      case HTTP3 -> ImmutableList.of("h3");
      case TCP -> ImmutableList.of("istio");
    };
  }

  private static ImmutableList<String> protocols(Call call) {
    return switch (call.protocol()) {
      case HTTP -> ImmutableList.of("http/1.1");
      case HTTP2 -> ImmutableList.of("h2");
      case HTTP3 -> ImmutableList.of("h3");
      case TCP -> ImmutableList.of();
    };
  }
}
