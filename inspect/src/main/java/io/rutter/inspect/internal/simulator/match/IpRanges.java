// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** IP addresses as strings, and ranges that contain them. */
public final class IpRanges {
  private IpRanges() {}

  /** Whether both strings are the same address, or equal. */
  public static boolean same(String a, String b) {
    return a.equals(b) || parse(a).flatMap(x -> parse(b).map(x::equals)).orElse(false);
  }

  /** Whether it is {@code 0.0.0.0} or {@code ::}. */
  static boolean isWildcard(String address) {
    return parse(address).map(InetAddress::isAnyLocalAddress).orElse(false);
  }

  /** Whether a listener on this wildcard address accepts connections to that address. */
  public static boolean takes(String wildcard, boolean ipv4Too, String address) {
    Optional<InetAddress> listening = parse(wildcard);
    Optional<InetAddress> called = parse(address);
    if (listening.isEmpty() || !listening.get().isAnyLocalAddress()) {
      return false;
    }
    int family = listening.get().getAddress().length;
    return called.isEmpty()
        || called.get().getAddress().length == family
        || (ipv4Too && family == 16);
  }

  public static boolean isLoopback(String address) {
    return parse(address).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  /** The prefix length of the longest range that contains the address; -1 if none does. */
  public static int longest(List<CidrRange> ranges, String address) {
    byte[] bits = parse(address).map(InetAddress::getAddress).orElse(new byte[0]);
    int best = -1;
    for (CidrRange range : ranges) {
      int length = range.getPrefixLen().getValue();
      byte[] prefix =
          parse(range.getAddressPrefix()).map(InetAddress::getAddress).orElse(new byte[1]);
      if (prefix.length == bits.length && sharesBits(prefix, bits, length)) {
        best = Math.max(best, length);
      }
    }
    return best;
  }

  private static boolean sharesBits(byte[] a, byte[] b, int length) {
    if (length < 0 || length > a.length * 8) {
      return false;
    }
    int whole = length / 8;
    if (!Arrays.equals(a, 0, whole, b, 0, whole)) {
      return false;
    }
    int rest = length % 8;
    return rest == 0 || ((a[whole] ^ b[whole]) & 0xff) >> (8 - rest) == 0;
  }

  private static Optional<InetAddress> parse(String address) {
    return InetAddresses.isInetAddress(address)
        ? Optional.of(InetAddresses.forString(address))
        : Optional.empty();
  }
}
