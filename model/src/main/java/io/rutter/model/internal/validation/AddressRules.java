// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

/** Unix sockets as addresses: {@code unix:///path}, or {@code unix://@name} in Linux' own space. */
public final class AddressRules {
  private static final String UNIX = "unix://";

  private AddressRules() {}

  /** Whether an address is a Unix socket. */
  public static boolean isUnix(String address) {
    return address.startsWith(UNIX);
  }

  /** Whether a string is an IP address that Envoy can connect to, which has no zone. */
  public static boolean isConnectable(String address) {
    return address.indexOf('%') < 0 && NameRules.isIp(address);
  }

  /** Checks a Unix socket. */
  public static void checkUnix(String address, Findings at) {
    String path = address.substring(UNIX.length());
    boolean named = path.startsWith("@") && path.length() > 1;
    boolean absolute = path.startsWith("/") && !path.endsWith("/");
    if (!named && !absolute) {
      at.invalid("socket: \"" + address + "\" (expected: unix:///absolute/path or unix://@name)");
    }
  }
}
