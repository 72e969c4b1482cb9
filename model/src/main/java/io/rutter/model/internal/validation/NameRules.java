// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.util.List;
import java.util.regex.Pattern;

/** Labels, domain names and addresses. Documents: RFC 1123, Istio's Virtual Service and Gateway. */
public final class NameRules {
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?");
  private static final Pattern WILDCARD_LABEL =
      Pattern.compile("\\*|(?:\\*|\\*-)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?");
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final Splitter DOTS = Splitter.on('.');

  private NameRules() {}

  /**
   * Whether a string is one label of a domain name: at most 63 letters, digits and inner hyphens.
   */
  public static boolean isLabel(String text) {
    return text.length() <= 63 && LABEL.matcher(text).matches();
  }

  /** Whether a string is a domain name without wildcards; a trailing dot is allowed. */
  public static boolean isFqdn(String text) {
    List<String> labels = labels(text);
    return isDomain(text, labels) && labels.stream().allMatch(NameRules::isLabel);
  }

  /**
   * Whether a string is a domain name whose first label may be, or begin with, a star. Unlike the
   * last of several labels, a single one may be all digits.
   */
  public static boolean isWildcardDomain(String text) {
    List<String> labels = labels(text);
    return (isDomain(text, labels) || (isLabel(text) && labels.size() == 1))
        && labels.get(0).length() <= 63
        && WILDCARD_LABEL.matcher(labels.get(0)).matches()
        && labels.stream().skip(1).allMatch(NameRules::isLabel);
  }

  /** Whether a host has a star for a part of a label. */
  public static boolean isPartialWildcard(String host) {
    return host.startsWith("*") && host.length() > 1 && !host.startsWith("*.");
  }

  private static List<String> labels(String text) {
    return DOTS.splitToList(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }

  private static boolean isDomain(String text, List<String> labels) {
    return !text.isEmpty()
        && text.length() <= 255
        && !DIGITS.matchesAllOf(labels.get(labels.size() - 1));
  }

  /** Whether a string is an IPv4 or IPv6 address, in digits of ASCII. */
  public static boolean isIp(String text) {
    return CharMatcher.ascii().matchesAllOf(text)
        && !text.endsWith("%")
        && InetAddresses.isInetAddress(text);
  }

  /**
   * Whether a string is an address, or a range of addresses such as {@code 10.0.0.0/8}. Neither has
   * a zone, of which Envoy takes none but those of its own machine's interfaces.
   */
  public static boolean isSubnet(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? isIp(text) && text.indexOf('%') < 0 : isCidr(text);
  }

  /** Whether a string is a range of addresses such as {@code 10.0.0.0/8}. */
  public static boolean isCidr(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.indexOf('%') >= 0 || !isIp(text.substring(0, slash))) {
      return false;
    }
    String bits = text.substring(slash + 1);
    int longest = text.lastIndexOf(':', slash) >= 0 ? 128 : 32;
    return !bits.isEmpty()
        && bits.length() <= 3
        && DIGITS.matchesAllOf(bits)
        && Integer.parseInt(bits) <= longest;
  }

  /** Checks a host that may have a wildcard, or be an address. */
  public static void checkHost(String host, Findings at) {
    if (!isWildcardDomain(host) && !isIp(host)) {
      at.invalid(
          "host: \""
              + host
              + "\" (expected: a domain name such as reviews, *.example.com, or an"
              + " IP address)");
    }
  }

  /** Checks a range of addresses. */
  public static void checkSubnet(String subnet, Findings at) {
    if (!isSubnet(subnet)) {
      at.invalid("subnet: \"" + subnet + "\" (expected: an IP address or a CIDR)");
    }
  }
}
