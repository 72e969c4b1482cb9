// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import com.google.common.net.InetAddresses;

/**
 * Completes short host names. Istio document: Virtual Service, {@code hosts}: a name without dots
 * means a service in the namespace of the object that holds it, never in the client's namespace.
 */
public final class HostNames {
  private HostNames() {}

  /**
   * The full name: {@code reviews} in {@code default} gives {@code
   * reviews.default.svc.cluster.local}. Names with a dot are unchanged (so {@code reviews.default}
   * does not name that service), as are a lone star, IP addresses and the empty name.
   *
   * @param namespace the namespace of the object that holds the name
   * @param domain the domain of the platform's services, {@code cluster.local}
   */
  public static String full(String host, String namespace, String domain) {
    return isFull(host) ? host : host + "." + namespace + ".svc." + domain;
  }

  /** Whether a name is unchanged. */
  public static boolean isFull(String host) {
    return host.isEmpty()
        || host.equals("*")
        || host.indexOf('.') >= 0
        || InetAddresses.isInetAddress(host);
  }

  /** Whether the host starts with a star. */
  public static boolean isWildcard(String host) {
    return !host.isEmpty() && host.charAt(0) == '*';
  }
}
