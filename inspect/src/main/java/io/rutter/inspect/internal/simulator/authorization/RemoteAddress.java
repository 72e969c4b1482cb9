// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.List;
import java.util.Optional;

/** The address of the client of a request: that of the connection, or one that it forwards for. */
final class RemoteAddress {
  private static final String FORWARDED_FOR = "x-forwarded-for";

  private RemoteAddress() {}

  static String of(HttpConnectionManager manager, HttpRequest request, Call call) {
    int hops = manager.getXffNumTrustedHops();
    Optional<String> forwarded =
        manager.getUseRemoteAddress().getValue()
            ? (hops > 0 ? fromTheEnd(request, hops - 1) : Optional.empty())
            : fromTheEnd(request, hops);
    return forwarded.orElse(call.sourceAddress());
  }

  /** An address of the header, counted from its end. */
  private static Optional<String> fromTheEnd(HttpRequest request, int skipped) {
    Optional<String> header = request.header(FORWARDED_FOR);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    List<String> addresses = Splitter.on(',').trimResults().splitToList(header.get());
    int at = addresses.size() - 1 - skipped;
    return at >= 0 && InetAddresses.isInetAddress(addresses.get(at))
        ? Optional.of(addresses.get(at))
        : Optional.empty();
  }
}
