// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.rutter.model.Protocol;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Whether a proxy keeps the letter case of HTTP/1.1 headers. Istio document: ProxyConfig, {@code
 * proxyHeaders.preserveHttp1HeaderCase}.
 */
final class HeaderCase {
  private HeaderCase() {}

  /** Whether the proxy's settings keep it. */
  static boolean isKept(ProxyScope scope) {
    return ProxyConfigs.of(scope)
        .proxyHeaders()
        .flatMap(ProxyHeaders::preserveHttp1HeaderCase)
        .orElse(false);
  }

  /** Whether it is kept on a port, which must be able to carry HTTP/1.1. */
  static boolean isKept(ProxyScope scope, Protocol protocol) {
    boolean mayBeHttp1 = (protocol.isHttp() && !protocol.isHttp2()) || protocol.isUnsupported();
    return mayBeHttp1 && isKept(scope);
  }
}
