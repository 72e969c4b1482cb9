// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import com.google.common.primitives.UnsignedBytes;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;

/** Blocks of IP addresses. */
public final class CidrRanges {
  /** IPv4 before IPv6, then by address, then the larger block first. */
  public static final Comparator<CidrRange> BY_ADDRESS =
      Comparator.comparing((CidrRange range) -> bytes(range).length)
          .thenComparing(CidrRanges::bytes, UnsignedBytes.lexicographicalComparator())
          .thenComparing(range -> range.getPrefixLen().getValue());

  private CidrRanges() {}

  /** Parses a block such as {@code 10.0.0.0/8}; a single address is a block of one. */
  public static Optional<CidrRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!InetAddresses.isInetAddress(address)) {
      return Optional.empty();
    }
    int bits = InetAddresses.forString(address).getAddress().length * 8;
    Integer length = slash < 0 ? Integer.valueOf(bits) : Ints.tryParse(text.substring(slash + 1));
    if (length == null || length < 0 || length > bits) {
      return Optional.empty();
    }
    return Optional.of(
        CidrRange.newBuilder()
            .setAddressPrefix(InetAddresses.toAddrString(InetAddresses.forString(address)))
            .setPrefixLen(Wrappers.uint32(length))
            .build());
  }

  /** The block with all bits beyond its length zero. */
  public static CidrRange masked(CidrRange range) {
    byte[] bytes = bytes(range);
    int length = range.getPrefixLen().getValue();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.min(8, Math.max(0, length - 8 * i));
      bytes[i] &= (byte) (0xff << (8 - kept));
    }
    return range.toBuilder().setAddressPrefix(InetAddresses.toAddrString(address(bytes))).build();
  }

  private static byte[] bytes(CidrRange range) {
    return InetAddresses.forString(range.getAddressPrefix()).getAddress();
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
