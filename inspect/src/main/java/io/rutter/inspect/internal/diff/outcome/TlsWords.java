// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.Optional;

/** In one word what TLS a cluster makes. */
final class TlsWords {
  private static final String MESH = "the mesh's mutual TLS";

  /** What clusters that make the mesh's mutual TLS offer in the handshake. */
  private static final String MESH_PROTOCOL = "istio";

  private TlsWords() {}

  static String of(Cluster cluster) {
    boolean some =
        cluster.getTransportSocketMatchesList().stream()
            .anyMatch(one -> print(one.getTransportSocket()).equals(MESH));
    if (some) {
      return MESH + " to endpoints that have it";
    }
    return cluster.hasTransportSocket() ? print(cluster.getTransportSocket()) : "none";
  }

  private static String print(TransportSocket socket) {
    Optional<UpstreamTlsContext> tls =
        UnpackedConfig.of(socket.getTypedConfig(), UpstreamTlsContext.class);
    return tls.map(TlsWords::print).orElse(socket.getName());
  }

  private static String print(UpstreamTlsContext tls) {
    CommonTlsContext common = tls.getCommonTlsContext();
    if (common.getAlpnProtocolsList().contains(MESH_PROTOCOL)) {
      return MESH;
    }
    boolean mutual =
        common.getTlsCertificatesCount() > 0 || common.getTlsCertificateSdsSecretConfigsCount() > 0;
    return (mutual ? "mutual TLS" : "TLS")
        + (tls.getSni().isEmpty() ? "" : " with server name " + tls.getSni());
  }
}
