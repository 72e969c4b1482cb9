// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.primitives.Ints;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.rutter.translator.internal.proto.CidrRanges;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;

/** Addresses and ranges of an AuthorizationPolicy, with the bits that are written. */
final class AddressRanges {
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  private AddressRanges() {}

  static CidrRange of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // An IPv4 address in the form of an IPv6 one stays one, and a zone is not Envoy's to resolve.
    boolean asWritten = address.indexOf('%') >= 0 || isMapped(address);
    Optional<CidrRange> parsed = asWritten ? Optional.empty() : CidrRanges.parse(text);
    if (parsed.isPresent()) {
      return parsed.get();
    }
    Integer bits = slash < 0 ? null : Ints.tryParse(text.substring(slash + 1));
    int most = address.indexOf(':') < 0 ? V4_BITS : V6_BITS;
    return CidrRange.newBuilder()
        .setAddressPrefix(address)
        .setPrefixLen(Wrappers.uint32(bits == null ? most : bits))
        .build();
  }

  private static boolean isMapped(String address) {
    return address.indexOf(':') >= 0 && address.indexOf('.') >= 0;
  }
}
