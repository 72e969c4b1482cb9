// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.value.AutoValue;
import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import com.google.common.primitives.Ints;

/** Where an Envoy finds a server of xDS: a host and its port, or a Unix socket. */
@AutoValue
public abstract class XdsAddress {
  /** What Linux takes without the byte that ends it. */
  private static final int MOST_OF_SOCKET = 107;

  private static final String SOCKET = "unix:";
  private static final String FORMS =
      " (expected: HOST:PORT, [IPV6]:PORT or unix:PATH, such as 127.0.0.1:18000)";

  XdsAddress() {}

  /** The name or IP address of the host; empty for a Unix socket. */
  public abstract String host();

  /** Its port, from 1 to 65535; 0 for a Unix socket. */
  public abstract int port();

  /** The path of the Unix socket on Envoy's host; empty for a host. */
  public abstract String socket();

  /**
   * A port of a host.
   *
   * @param host a DNS name, which Envoy resolves (to IPv4 if it has both), or an IP address, IPv6
   *     without brackets
   * @param port from 1 to 65535
   * @throws IllegalArgumentException if the host or the port is none
   */
  public static XdsAddress of(String host, int port) {
    checkHost("host", host);
    checkPort("port", port);
    return new AutoValue_XdsAddress(host, port, "");
  }

  /**
   * A Unix socket.
   *
   * @param path where it is on Envoy's host, 1 to 107 bytes; with {@code @} in front the name of an
   *     abstract socket
   * @throws IllegalArgumentException if no socket can have this path
   */
  public static XdsAddress ofSocket(String path) {
    int length = path.getBytes(UTF_8).length;
    if (length == 0 || length > MOST_OF_SOCKET || CharMatcher.javaIsoControl().matchesAnyOf(path)) {
      throw new IllegalArgumentException(
          "socket: \"%s\" (expected: a path of 1 to %d bytes without control characters)"
              .formatted(path, MOST_OF_SOCKET));
    }
    return new AutoValue_XdsAddress("", 0, path);
  }

  /**
   * Reads {@code HOST:PORT}, {@code [IPV6]:PORT} or {@code unix:PATH}, which is what {@link
   * #toString()} gives.
   *
   * @throws IllegalArgumentException if the text has none of these forms
   */
  public static XdsAddress parse(String text) {
    if (text.startsWith(SOCKET)) {
      return ofSocket(text.substring(SOCKET.length()));
    }
    int colon = text.lastIndexOf(':');
    Integer port = Ints.tryParse(text.substring(colon + 1));
    if (colon < 1 || port == null) {
      throw new IllegalArgumentException("address: \"" + text + "\"" + FORMS);
    }
    String host = text.substring(0, colon);
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    if (isBracketed != host.contains(":")) {
      throw new IllegalArgumentException("address: \"" + text + "\"" + FORMS);
    }
    return of(isBracketed ? host.substring(1, host.length() - 1) : host, port);
  }

  /** Whether it is a Unix socket. */
  public final boolean isSocket() {
    return !socket().isEmpty();
  }

  /** The form that {@link #parse} reads. */
  @Override
  public final String toString() {
    if (isSocket()) {
      return SOCKET + socket();
    }
    return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port();
  }

  /** Checks a DNS name or an IP address. */
  static void checkHost(String what, String host) {
    boolean isHost =
        CharMatcher.ascii().matchesAllOf(host)
            && host.indexOf('%') < 0 // A zone of IPv6 means something on one machine only.
            && (InetAddresses.isInetAddress(host) || InternetDomainName.isValid(host));
    if (!isHost) {
      throw new IllegalArgumentException(
          "%s: \"%s\" (expected: a DNS name or an IP address)".formatted(what, host));
    }
  }

  /** Checks a port that something listens on. */
  static void checkPort(String what, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("%s: %d (expected: 1 to 65535)".formatted(what, port));
    }
  }
}
