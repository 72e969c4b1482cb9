// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/** Ports that a proxy cannot listen on for traffic of services. */
public final class ReservedPorts {
  private static final ImmutableList<String> STATIC =
      ImmutableList.of(
          "ENVOY_STATUS_PORT",
          "ENVOY_PROMETHEUS_PORT",
          "ENVOY_SECURE_METRICS_PORT",
          "ENVOY_SECURE_MERGED_METRICS_PORT");

  private ReservedPorts() {}

  /** Whether the proxy's bootstrap has a listener on the port. */
  public static boolean isStatic(Proxy proxy, int port) {
    return Iterables.any(STATIC, name -> ProxyMetadata.number(proxy, name).orElse(0) == port);
  }

  /** Whether redirected traffic arrives at the port. */
  public static boolean isVirtual(MeshSettings settings, int port) {
    return port == settings.proxyListenPort() || port == settings.proxyInboundListenPort();
  }

  /** Whether the port is privileged and the proxy may not bind it. */
  public static boolean isPrivileged(Proxy proxy, int port) {
    return port > 0 && port < 1024 && ProxyMetadata.isUnprivileged(proxy);
  }
}
