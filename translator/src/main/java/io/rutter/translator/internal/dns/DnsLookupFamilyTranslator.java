// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.dns;

import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * The address families of a proxy → {@link DnsLookupFamily}: IPv6 only for proxies without IPv4,
 * both only in dual-stack meshes.
 */
public final class DnsLookupFamilyTranslator {
  private DnsLookupFamilyTranslator() {}

  /** The address families that a proxy queries DNS for. */
  public static DnsLookupFamily translate(ProxyScope scope) {
    return switch (scope.family()) {
      case IPV4 -> DnsLookupFamily.V4_ONLY;
      case IPV6 -> DnsLookupFamily.V6_ONLY;
      case DUAL ->
          scope.mesh().options().dualStack() ? DnsLookupFamily.ALL : DnsLookupFamily.V4_ONLY;
    };
  }
}
