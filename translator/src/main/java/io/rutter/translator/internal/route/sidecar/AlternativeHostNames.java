// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.collect.ImmutableList;
import io.rutter.translator.internal.resolve.host.IpAddresses;

/**
 * The other spellings of a host that a workload can use: with a trailing dot, and the short names
 * that its DNS search domains complete. Istio document: Traffic Management, service registry.
 */
public final class AlternativeHostNames {
  private AlternativeHostNames() {}

  /** What is left of a wildcard for all of the proxy's own domain: it would claim every host. */
  private static final String EVERY_HOST = "*";

  /**
   * The spellings of a host for a proxy with that DNS domain; IP addresses have none with a
   * trailing dot.
   */
  public static ImmutableList<String> of(String host, String domain) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    if (!IpAddresses.isIp(host)) {
      names.add(host + ".");
    }
    ShortHostNames.of(host, domain).stream()
        .filter(name -> !name.equals(EVERY_HOST))
        .forEach(names::add);
    return names.build();
  }
}
