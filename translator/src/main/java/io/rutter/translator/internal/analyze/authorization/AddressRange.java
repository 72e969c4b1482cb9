// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.primitives.Ints;
import io.rutter.translator.internal.resolve.host.IpAddresses;
import io.rutter.translator.internal.resolve.host.IpRange;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses of a range, or one address.
 *
 * @param address an address of the range
 * @param bits how many of its leading bits count
 */
record AddressRange(InetAddress address, int bits) implements ValueSet {
  /** The range of a value; one that is not understood only equals itself. */
  static ValueSet of(String value) {
    // Envoy keeps an IPv4 address in the form of an IPv6 one, which Java does not.
    boolean mapped = value.indexOf(':') >= 0 && value.indexOf('.') >= 0;
    Optional<ValueSet> range =
        mapped
            ? Optional.empty()
            : IpRange.parse(value)
                .map(parsed -> new AddressRange(parsed.address(), parsed.prefixLength()));
    return range
        .or(
            () ->
                mapped
                    ? Optional.empty()
                    : IpAddresses.parse(value)
                        .map(parsed -> new AddressRange(parsed, parsed.getAddress().length * 8)))
        .orElseGet(() -> new Opaque(value));
  }

  /** A port, which is compared as a number. */
  static ValueSet port(String value) {
    Integer number = Ints.tryParse(value);
    return number == null ? new Opaque(value) : TextPattern.exact(number.toString());
  }

  @Override
  public boolean covers(ValueSet other) {
    return other instanceof AddressRange range && bits <= range.bits && shares(range, bits);
  }

  @Override
  public boolean isDisjointFrom(ValueSet other) {
    return other instanceof AddressRange range && !shares(range, Math.min(bits, range.bits));
  }

  private boolean shares(AddressRange other, int leading) {
    byte[] one = address.getAddress();
    byte[] two = other.address.getAddress();
    if (one.length != two.length) {
      return false;
    }
    for (int i = 0; i < leading; i++) {
      int mask = 0x80 >> (i % 8);
      if ((one[i / 8] & mask) != (two[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
