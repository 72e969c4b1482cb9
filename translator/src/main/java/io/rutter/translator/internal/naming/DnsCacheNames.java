// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

/** Names of the DNS caches that a dynamic forward proxy filter and its cluster share. */
public final class DnsCacheNames {
  /** The cache for hosts of no service. */
  public static final String ALLOW_ANY = "allow_any_dfp_dns_cache";

  private DnsCacheNames() {}

  /** The cache of one wildcard service. */
  public static String ofService(String hostname) {
    return hostname + "_dfp_dns_cache";
  }
}
