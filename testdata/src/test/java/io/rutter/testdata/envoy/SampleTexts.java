// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts and addresses that meet the conditions which policies are translated to. */
final class SampleTexts {
  private final Random random;

  SampleTexts(Random random) {
    this.random = random;
  }

  /** A text that is matched, as far as that is easy. */
  String of(StringMatcher matcher) {
    return switch (matcher.getMatchPatternCase()) {
      case EXACT -> matcher.getExact();
      case PREFIX -> matcher.getPrefix() + pick("", "tail", "/a/b");
      case SUFFIX -> pick("", "head", "h/") + matcher.getSuffix();
      case CONTAINS -> "a" + matcher.getContains() + "b";
      case SAFE_REGEX -> ofRegex(matcher.getSafeRegex().getRegex());
      default -> "any";
    };
  }

  /** Expressions that policies give have these parts only. */
  private String ofRegex(String regex) {
    return regex
        .replace("(.+/|)", pick("", "x/"))
        .replace("(/.+)?", pick("", "", "/y"))
        .replace("[^/]*", pick("", "mid"))
        .replace(".+", pick("any", "a/b"))
        .replace(".*", pick("", "any"))
        .replaceAll("\\\\(.)", "$1");
  }

  /** A path that a template of Envoy's takes. */
  String ofTemplate(String template) {
    List<String> segments = new ArrayList<>();
    for (String segment : Splitter.on('/').split(template)) {
      segments.add(
          switch (segment) {
            case "*" -> pick("1", "a.b", "x%2Fy");
            case "**" -> pick("", "r", "r/s/t");
            default -> segment;
          });
    }
    return String.join("/", segments);
  }

  /** An address of the block. */
  String of(CidrRange range) {
    byte[] bytes = InetAddresses.forString(range.getAddressPrefix()).getAddress();
    int fixed = range.getPrefixLen().getValue();
    if (fixed == 0 && bytes.length == 4) {
      return pick("192.0.2.1", "10.2.3.4"); // Nobody's address is 0.0.0.0.
    }
    if (range.getAddressPrefix().contains(":") && bytes.length == 4) {
      return range.getAddressPrefix(); // An IPv4 address as an IPv6 one.
    }
    for (int bit = fixed; bit < bytes.length * Byte.SIZE && random.nextBoolean(); bit++) {
      bytes[bit / Byte.SIZE] ^= (byte) (0x80 >> bit % Byte.SIZE);
    }
    try {
      return InetAddresses.toAddrString(java.net.InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of these. */
  String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
