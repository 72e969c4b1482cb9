// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.mesh.ProxyConfig;

/** Which ProxyConfig holds for a proxy. Istio document: ProxyConfig. */
public final class ProxyConfigs {
  private ProxyConfigs() {}

  /** That of the mesh. */
  public static ProxyConfig of(ProxyScope scope) {
    return scope.settings().config().defaultConfig().orElseGet(() -> ProxyConfig.builder().build());
  }
}
