// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.mesh.proxyconfig.ProxyConfig;

/** Which ProxyConfig applies to a proxy. Istio document: ProxyConfig. */
public final class ProxyConfigs {
  private ProxyConfigs() {}

  /** The proxy's own ProxyConfig, else the mesh's; the two are not merged. */
  public static ProxyConfig of(ProxyScope scope) {
    return scope.proxy().proxyConfig().orElseGet(scope.settings()::proxyConfig);
  }
}
