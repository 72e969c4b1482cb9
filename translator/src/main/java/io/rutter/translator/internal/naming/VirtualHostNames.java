// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Names of virtual hosts. */
public final class VirtualHostNames {
  /** Forwards requests to unknown hosts. */
  public static final String ALLOW_ANY = "allow_any";

  /** Resolves the hosts of requests to unknown hosts. */
  public static final String ALLOW_ANY_DYNAMIC_DNS = "allow_any_dynamic_dns";

  /** Refuses requests to unknown hosts. */
  public static final String BLOCK_ALL = "block_all";

  private VirtualHostNames() {}

  /** {@code reviews.default.svc.cluster.local:9080}, an IPv6 address in brackets. */
  public static String of(String host, int port) {
    return domain(host) + ":" + port;
  }

  /** {@code inbound|http|9080}. */
  public static String inbound(int port) {
    return "inbound|http|" + port;
  }

  /**
   * {@code blackhole:80}: answers requests to a gateway's port for which there is no
   * VirtualService.
   */
  public static String blackhole(int port) {
    return of("blackhole", port);
  }

  /** A host as written in a URL: an IPv6 address in brackets. */
  public static String domain(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
