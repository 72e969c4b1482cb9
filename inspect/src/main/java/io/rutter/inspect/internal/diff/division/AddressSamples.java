// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses inside and outside of blocks. Blocks are disjoint or one in the other, so that the
 * edges of each, and the addresses beyond them, are in each set of blocks that any address is in.
 */
final class AddressSamples {
  private static final ImmutableList<String> ELSEWHERE =
      ImmutableList.of("198.51.100.1", "203.0.113.77", "2001:db8::77");

  private AddressSamples() {}

  static ImmutableList<Optional<String>> of(Dimension dimension, List<TextTest> tests) {
    Set<String> addresses = new LinkedHashSet<>(ELSEWHERE);
    for (TextTest test : tests) {
      if (test.kind() == TextTest.Kind.BLOCK) {
        add(test, addresses);
      }
    }
    ImmutableList.Builder<Optional<String>> all = ImmutableList.builder();
    if (dimension.isOptional()) {
      all.add(Optional.empty());
    }
    addresses.forEach(address -> all.add(Optional.of(address)));
    return all.build();
  }

  private static void add(TextTest test, Set<String> addresses) {
    String address = test.block().getAddressPrefix();
    if (!InetAddresses.isInetAddress(address)) {
      return;
    }
    byte[] first = InetAddresses.forString(address).getAddress();
    int fixed = (int) Math.min(test.last(), first.length * 8L);
    byte[] last = first.clone();
    for (int bit = fixed; bit < first.length * 8; bit++) {
      first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
      last[bit / 8] |= (byte) (0x80 >> bit % 8);
    }
    addresses.add(print(last));
    addresses.add(print(first));
    addresses.add(print(moved(last, 1)));
    addresses.add(print(moved(first, -1)));
    addresses.add(print(moved(first, 1)));
  }

  /** The next or previous address; after the last comes the first. */
  private static byte[] moved(byte[] address, int by) {
    byte[] moved = address.clone();
    for (int i = moved.length - 1; i >= 0; i--) {
      moved[i] += (byte) by;
      boolean carries = by > 0 ? moved[i] == 0 : moved[i] == -1;
      if (!carries) {
        break;
      }
    }
    return moved;
  }

  private static String print(byte[] address) {
    try {
      return InetAddresses.toAddrString(InetAddress.getByAddress(address));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + address.length + " bytes", e);
    }
  }
}
