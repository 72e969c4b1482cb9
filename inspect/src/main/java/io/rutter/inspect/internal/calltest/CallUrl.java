// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parts of {@code SCHEME://HOST:PORT/PATH}. Never throws: a port that is not a number is
 * ignored.
 *
 * @param scheme {@code http}, {@code https}, {@code tcp} or {@code tls}
 * @param authority host and port as written
 * @param host the host, an IPv6 address without brackets
 * @param port the port, if there is one
 * @param path path and query; empty if there is none. The fragment is dropped, because clients do
 *     not send it
 */
public record CallUrl(String scheme, String authority, String host, OptionalInt port, String path) {
  private static final ImmutableSet<String> SCHEMES =
      ImmutableSet.of("http", "https", "tcp", "tls");
  private static final CharMatcher NOT_OF_HOSTS = CharMatcher.anyOf("[]@");

  /** Whether a text has that form, so that {@link #parse} takes all of it. */
  public static boolean isUrl(String text) {
    return parse(text)
        .filter(url -> SCHEMES.contains(url.scheme) && url.isHostAndPort())
        .isPresent();
  }

  private boolean isHostAndPort() {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return !host.isEmpty()
        && NOT_OF_HOSTS.matchesNoneOf(host)
        && (authority.equals(name) || (port.isPresent() && authority.startsWith(name + ":")));
  }

  /** Parses a URL; absent without a scheme. */
  public static Optional<CallUrl> parse(String url) {
    int colon = url.indexOf("://");
    if (colon < 0) {
      return Optional.empty();
    }
    String rest = url.substring(colon + 3);
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
      end++;
    }
    String authority = rest.substring(0, end);
    String path = rest.substring(end);
    int portColon = authority.lastIndexOf(':');
    boolean hasPort = portColon > authority.lastIndexOf(']');
    Integer port = hasPort ? Ints.tryParse(authority.substring(portColon + 1)) : null;
    String host = hasPort ? authority.substring(0, portColon) : authority;
    return Optional.of(
        new CallUrl(
            url.substring(0, colon),
            authority,
            host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host,
            port == null || port < 0 || port > 65_535 ? OptionalInt.empty() : OptionalInt.of(port),
            path.startsWith("?") ? "/" + path : path));
  }

  /** Whether the client encrypts. */
  public boolean encrypted() {
    return scheme.equals("https") || scheme.equals("tls");
  }

  /** Whether the client uses HTTP. */
  public boolean http() {
    return scheme.startsWith("http");
  }

  /** The port, else the scheme's default. */
  public int portOrDefault() {
    return port.orElse(encrypted() ? 443 : 80);
  }

  /** The Host header that clients send: without the scheme's default port. */
  public String hostHeader() {
    return port.isPresent() && port.getAsInt() == (encrypted() ? 443 : 80)
        ? authority.substring(0, authority.lastIndexOf(':'))
        : authority;
  }
}
