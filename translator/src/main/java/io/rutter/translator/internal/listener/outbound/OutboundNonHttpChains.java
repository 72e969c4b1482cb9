// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.host.HostMatching;
import java.util.List;

/**
 * The TCP chains of an outbound listener for a service: by the {@code tls} rules of its
 * VirtualServices on HTTPS and TLS ports, by the {@code tcp} rules on other ports. Istio document:
 * Virtual Service.
 */
final class OutboundNonHttpChains {
  private OutboundNonHttpChains() {}

  static ImmutableList<OutboundChain> of(
      ProxyScope scope, ListenedService target, List<VirtualService> virtualServices) {
    String hostname = target.service().hostname();
    ImmutableList<VirtualService> own =
        ImmutableList.copyOf(
            Iterables.filter(
                virtualServices,
                v -> Iterables.any(v.hosts(), host -> HostMatching.overlap(host, hostname))));
    return target.port().protocol().isTls()
        ? OutboundTlsChains.of(scope, target, own)
        : OutboundTcpChains.of(scope, target, own);
  }
}
