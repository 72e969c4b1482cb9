// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.util.Optional;

/**
 * A URL as Go's {@code url.Parse} splits it.
 *
 * @param scheme what is before the first colon, in small letters; empty if there is none
 * @param host the host without its port, and without brackets
 * @param port the port; empty if there is none
 */
public record GoUrl(String scheme, String host, String port) {
  private static final CharMatcher LETTER =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final CharMatcher HEX =
      DIGIT.or(CharMatcher.inRange('a', 'f')).or(CharMatcher.inRange('A', 'F'));
  private static final CharMatcher OF_SCHEME = LETTER.or(DIGIT).or(CharMatcher.anyOf("+-."));
  private static final CharMatcher CONTROL =
      CharMatcher.inRange('\0', '\u001f').or(CharMatcher.is('\u007f'));
  private static final CharMatcher OF_USER =
      LETTER.or(DIGIT).or(CharMatcher.anyOf("-._:~!$&'()*+,;=%@"));
  private static final CharMatcher OF_HOST =
      LETTER
          .or(DIGIT)
          .or(CharMatcher.anyOf("-_.~!$&'()*+,;=:[]<>\"%"))
          .or(CharMatcher.inRange('\u0080', '\uffff'));

  /** Splits a text; empty if Go takes it for no URL. */
  public static Optional<GoUrl> parse(String text) {
    String url = before(text, '#');
    int colon = schemeEnd(url);
    if (CONTROL.matchesAnyOf(text) || !isEscaped(text.substring(url.length())) || colon == 0) {
      return Optional.empty();
    }
    String scheme = Ascii.toLowerCase(url.substring(0, Math.max(colon, 0)));
    String rest = before(url.substring(colon + 1), '?');
    if (rest.startsWith("//") && !(scheme.isEmpty() && rest.startsWith("///"))) {
      String authority = before(rest.substring(2), '/');
      return isEscaped(rest.substring(2 + authority.length()))
          ? ofAuthority(scheme, authority)
          : Optional.empty();
    }
    boolean opaque = !scheme.isEmpty() && !rest.startsWith("/");
    boolean path = isEscaped(rest) && (rest.startsWith("/") || !before(rest, '/').contains(":"));
    return opaque || path ? Optional.of(new GoUrl(scheme, "", "")) : Optional.empty();
  }

  /** The index of the colon behind a scheme; -1 without one, 0 if nothing is before the colon. */
  private static int schemeEnd(String url) {
    int colon = url.indexOf(':');
    if (colon <= 0) {
      return colon;
    }
    boolean scheme =
        LETTER.matches(url.charAt(0)) && OF_SCHEME.matchesAllOf(url.substring(0, colon));
    return scheme ? colon : -1;
  }

  private static Optional<GoUrl> ofAuthority(String scheme, String authority) {
    int at = authority.lastIndexOf('@');
    String user = authority.substring(0, Math.max(at, 0));
    String address = authority.substring(at + 1);
    boolean bracketed = address.startsWith("[");
    int hostEnd = bracketed ? address.lastIndexOf(']') + 1 : address.lastIndexOf(':');
    if (bracketed && hostEnd == 0) {
      return Optional.empty();
    }
    String host = hostEnd < 0 ? address : address.substring(0, hostEnd);
    String port = address.substring(host.length());
    boolean right =
        OF_USER.matchesAllOf(user)
            && isEscaped(user)
            && OF_HOST.matchesAllOf(host)
            && isEscapedHost(host)
            && (bracketed ? isV6(host) : host.indexOf(':') < 0)
            && (port.isEmpty() || (port.startsWith(":") && DIGIT.matchesAllOf(port.substring(1))));
    return right
        ? Optional.of(
            new GoUrl(
                scheme,
                bracketed ? host.substring(1, host.length() - 1) : host,
                port.isEmpty() ? "" : port.substring(1)))
        : Optional.empty();
  }

  /** Whether an address of IPv6 is in the brackets, perhaps with a zone. */
  private static boolean isV6(String bracketed) {
    String inside = bracketed.substring(1, bracketed.length() - 1);
    int zone = inside.indexOf("%25");
    String address = zone < 0 ? inside : inside.substring(0, zone);
    return address.indexOf(':') >= 0 && InetAddresses.isInetAddress(address);
  }

  private static String before(String text, char end) {
    int index = text.indexOf(end);
    return index < 0 ? text : text.substring(0, index);
  }

  /** Whether each percent sign begins an escaped byte. */
  private static boolean isEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length() || !HEX.matchesAllOf(text.substring(i + 1, i + 3))) {
        return false;
      }
    }
    return true;
  }

  /** In a host only bytes above ASCII may be escaped, and the sign itself before a zone. */
  private static boolean isEscapedHost(String host) {
    for (int i = host.indexOf('%'); i >= 0; i = host.indexOf('%', i + 1)) {
      if (!isEscaped(host.substring(i))
          || (DIGIT.matches(host.charAt(i + 1))
              && host.charAt(i + 1) < '8'
              && !host.startsWith("%25", i))) {
        return false;
      }
    }
    return true;
  }
}
