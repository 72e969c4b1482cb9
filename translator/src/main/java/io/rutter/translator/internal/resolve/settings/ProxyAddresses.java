// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.rutter.model.proxy.Proxy;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** What follows from the addresses of a proxy. */
public final class ProxyAddresses {
  /** All addresses of IPv4. */
  public static final String WILDCARD_IPV4 = "0.0.0.0";

  /** All addresses of IPv6. */
  public static final String WILDCARD_IPV6 = "::";

  private ProxyAddresses() {}

  /** The address families of a proxy. */
  public enum Family {
    /** IPv4 only; also if no address is known. */
    IPV4,
    /** IPv6 only. */
    IPV6,
    /** IPv4 and IPv6. */
    DUAL
  }

  /** The families of a proxy's addresses; strings that are no address are ignored. */
  public static Family family(Proxy proxy) {
    boolean ipv4 = parsed(proxy).stream().anyMatch(Inet4Address.class::isInstance);
    boolean ipv6 = parsed(proxy).stream().anyMatch(Inet6Address.class::isInstance);
    if (ipv4 && ipv6) {
      return Family.DUAL;
    }
    return ipv6 ? Family.IPV6 : Family.IPV4;
  }

  /** The wildcard addresses of its families, the one to listen on first. */
  public static ImmutableList<String> wildcards(Proxy proxy) {
    return wildcards(family(proxy));
  }

  /** The wildcard addresses of a family, the one to listen on first. */
  public static ImmutableList<String> wildcards(Family family) {
    return switch (family) {
      case IPV4 -> ImmutableList.of(WILDCARD_IPV4);
      case IPV6 -> ImmutableList.of(WILDCARD_IPV6);
      case DUAL -> ImmutableList.of(WILDCARD_IPV4, WILDCARD_IPV6);
    };
  }

  /** The loopback addresses of its families, the one to use first. */
  public static ImmutableList<String> loopbacks(Proxy proxy) {
    return switch (family(proxy)) {
      case IPV4 -> ImmutableList.of("127.0.0.1");
      case IPV6 -> ImmutableList.of("::1");
      case DUAL -> ImmutableList.of("127.0.0.1", "::1");
    };
  }

  /** The wildcard address to listen on. */
  public static String wildcard(Family family) {
    return wildcards(family).get(0);
  }

  /** The first address that other hosts can reach: neither loopback, link-local nor multicast. */
  public static Optional<String> globalUnicast(Proxy proxy) {
    return proxy.ipAddresses().stream()
        .filter(InetAddresses::isInetAddress)
        .filter(text -> isGlobalUnicast(InetAddresses.forString(text)))
        .findFirst();
  }

  private static boolean isGlobalUnicast(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isMulticastAddress()
        && !address.isLinkLocalAddress()
        && !address.getHostAddress().equals("255.255.255.255");
  }

  private static ImmutableList<InetAddress> parsed(Proxy proxy) {
    return proxy.ipAddresses().stream()
        .filter(InetAddresses::isInetAddress)
        .map(InetAddresses::forString)
        .collect(toImmutableList());
  }
}
