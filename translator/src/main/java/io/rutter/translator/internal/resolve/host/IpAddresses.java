// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** Recognizes IP addresses; nothing is ever resolved. */
public final class IpAddresses {
  private IpAddresses() {}

  /** Whether a string is an IPv4 or IPv6 address. */
  public static boolean isIp(String text) {
    return InetAddresses.isInetAddress(text);
  }

  /** Whether a string is an IPv4 address. */
  public static boolean isIpv4(String text) {
    return parse(text).filter(Inet4Address.class::isInstance).isPresent();
  }

  /** Whether a string is an IPv6 address. */
  public static boolean isIpv6(String text) {
    return parse(text).filter(Inet6Address.class::isInstance).isPresent();
  }

  /** The address, if the string is one. */
  public static Optional<InetAddress> parse(String text) {
    return isIp(text) ? Optional.of(InetAddresses.forString(text)) : Optional.empty();
  }
}
