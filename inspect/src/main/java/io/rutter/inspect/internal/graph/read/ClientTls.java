// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;

/**
 * What clients send to a cluster: {@code auto} (mutual TLS where the server has a sidecar), {@code
 * mutual} (with the certificates of the mesh), {@code own certificate}, {@code TLS} or {@code
 * plain}.
 */
final class ClientTls {
  private static final String MESH_CERTIFICATE = "default";

  private ClientTls() {}

  static String of(Cluster cluster) {
    if (cluster.getTransportSocketMatchesCount() > 0) {
      return "auto";
    }
    return cluster.hasTransportSocket()
        ? UnpackedConfig.of(cluster.getTransportSocket().getTypedConfig(), UpstreamTlsContext.class)
            .map(context -> of(context.getCommonTlsContext()))
            .orElse("TLS")
        : "plain";
  }

  private static String of(CommonTlsContext context) {
    if (context.getTlsCertificateSdsSecretConfigsList().stream()
        .anyMatch(secret -> secret.getName().equals(MESH_CERTIFICATE))) {
      return "mutual";
    }
    return context.getTlsCertificateSdsSecretConfigsCount() > 0
            || context.getTlsCertificatesCount() > 0
        ? "own certificate"
        : "TLS";
  }
}
