// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Names of virtual hosts. */
public final class VirtualHostNames {
  /** Takes requests to unknown hosts and passes them on. */
  public static final String ALLOW_ANY = "allow_any";

  /** Takes requests to unknown hosts and resolves the host of each. */
  public static final String ALLOW_ANY_DYNAMIC_DNS = "allow_any_dynamic_dns";

  /** Takes requests to unknown hosts and refuses them. */
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

  /** {@code blackhole:80}: takes requests to a gateway's port that no VirtualService serves. */
  public static String blackhole(int port) {
    return of("blackhole", port);
  }

  /** A host as it stands in a URL: an IPv6 address in brackets. */
  public static String domain(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
