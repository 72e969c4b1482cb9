// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.core.v3.BindConfig;
import io.envoyproxy.envoy.config.core.v3.ExtraSourceAddress;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;

/**
 * The source address of traffic to a proxy's own workload → {@link BindConfig}. The traffic
 * redirection rules exempt connections from this address, which would loop otherwise. Istio
 * document: Understanding Traffic Capture.
 */
final class BindConfigTranslator {
  private static final String IPV4 = "127.0.0.6";
  private static final String IPV6 = "::6";

  private BindConfigTranslator() {}

  /**
   * The source addresses of a proxy.
   *
   * @param bothFamilies whether a dual-stack proxy gets one address of each family
   */
  static BindConfig translate(Proxy proxy, boolean bothFamilies) {
    return switch (ProxyAddresses.family(proxy)) {
      case IPV4 -> source(IPV4).build();
      case IPV6 -> source(IPV6).build();
      case DUAL ->
          bothFamilies
              ? source(IPV4)
                  .addExtraSourceAddresses(
                      ExtraSourceAddress.newBuilder().setAddress(anyPort(IPV6)))
                  .build()
              : source(IPV4).build();
    };
  }

  private static BindConfig.Builder source(String address) {
    return BindConfig.newBuilder().setSourceAddress(anyPort(address));
  }

  /** Port 0, set explicitly as istiod does. */
  private static SocketAddress anyPort(String address) {
    return SocketAddress.newBuilder().setAddress(address).setPortValue(0).build();
  }
}
