// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation, such as {@code 10.1.0.0/16}.
 *
 * @param address the address as written, including bits beyond the prefix
 * @param prefixLength the number of leading bits that count
 */
public record IpRange(InetAddress address, int prefixLength) {
  /** Reads CIDR notation; empty for anything else, single addresses included. */
  public static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return Optional.empty();
    }
    Integer length = Ints.tryParse(text.substring(slash + 1));
    return IpAddresses.parse(text.substring(0, slash))
        .filter(address -> length != null && length <= address.getAddress().length * 8)
        .map(address -> new IpRange(address, length == null ? 0 : length));
  }

  /** Whether the range is one address: {@code /32} or {@code /128}. */
  public boolean isSingleAddress() {
    return prefixLength == address.getAddress().length * 8;
  }

  /** The address in its usual spelling. */
  public String addressText() {
    return InetAddresses.toAddrString(address);
  }
}
