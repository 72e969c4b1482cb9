// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.cluster.InboundTarget.ApplicationEndpoint;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import java.net.Inet4Address;
import java.util.Optional;

/**
 * Reads the {@code defaultEndpoint} of a Sidecar's ingress listener: a Unix socket, the loopback
 * address, or the wildcard, which stands for the proxy's own address of that family. A loopback
 * address of a family that the proxy lacks is replaced by the loopback address of the other family.
 * Istio document: Sidecar, {@code IstioIngressListener}.
 */
final class DefaultEndpoints {
  private static final String UNIX = "unix://";
  private static final String LOOPBACK_IPV4 = "127.0.0.1";
  private static final String LOOPBACK_IPV6 = "::1";

  private DefaultEndpoints() {}

  /** The address of the application; absent if traffic keeps its original destination. */
  static Optional<ApplicationEndpoint> parse(String text, Proxy proxy) {
    if (text.startsWith(UNIX)) {
      return Optional.of(new ApplicationEndpoint(text, 0));
    }
    int colon = text.lastIndexOf(':');
    Integer port = Ints.tryParse(text.substring(colon + 1));
    return colon < 0 || port == null || port <= 0
        ? Optional.empty()
        : address(text.substring(0, colon), proxy)
            .map(address -> new ApplicationEndpoint(address, port));
  }

  private static Optional<String> address(String host, Proxy proxy) {
    return switch (host) {
      case "0.0.0.0" -> Optional.of(own(proxy, true).orElse(LOOPBACK_IPV4));
      case "[::]" -> Optional.of(own(proxy, false).orElse(LOOPBACK_IPV6));
      case LOOPBACK_IPV4 -> Optional.of(loopback(proxy, LOOPBACK_IPV4));
      case "[::1]" -> Optional.of(loopback(proxy, LOOPBACK_IPV6));
      default -> Optional.empty();
    };
  }

  private static Optional<String> own(Proxy proxy, boolean ipv4) {
    return proxy.ipAddresses().stream()
        .filter(InetAddresses::isInetAddress)
        .filter(text -> InetAddresses.forString(text) instanceof Inet4Address == ipv4)
        .findFirst();
  }

  private static String loopback(Proxy proxy, String wanted) {
    ImmutableList<String> loopbacks = ProxyAddresses.loopbacks(proxy);
    return loopbacks.contains(wanted) ? wanted : loopbacks.get(0);
  }
}
