// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import java.util.Optional;

/**
 * The protocol of a service's port: from {@code appProtocol}, else from the first word of its name.
 * Istio document: Protocol Selection.
 */
public final class ProtocolSelection {
  /** SMTP, DNS, MySQL and MongoDB: server-first protocols, which cannot be detected. */
  private static final ImmutableSet<Integer> TCP_PORTS = ImmutableSet.of(25, 53, 3306, 27017);

  private static final ImmutableMap<String, Protocol> KUBERNETES_NAMES =
      ImmutableMap.of(
          "kubernetes.io/h2c", Protocol.HTTP2,
          "kubernetes.io/ws", Protocol.HTTP,
          "kubernetes.io/wss", Protocol.HTTPS);

  private static final String GRPC_WEB = "grpc-web";

  private ProtocolSelection() {}

  /** The protocol of a port over TCP that has a name, which may be empty, and nothing else. */
  public static Protocol select(int port, String name) {
    return select(port, name, Optional.empty());
  }

  /**
   * The protocol of a port over TCP.
   *
   * @param appProtocol Kubernetes' field {@code appProtocol}, which counts before the name
   */
  public static Protocol select(int port, String name, Optional<String> appProtocol) {
    String declared = appProtocol.orElse(name);
    Protocol known = appProtocol.map(KUBERNETES_NAMES::get).orElse(null);
    if (known != null) {
      return known;
    }
    if (declared.regionMatches(true, 0, GRPC_WEB, 0, GRPC_WEB.length())) {
      return Protocol.GRPC_WEB;
    }
    int hyphen = declared.indexOf('-');
    Protocol parsed = Protocol.parse(hyphen < 0 ? declared : declared.substring(0, hyphen));
    return parsed.isUnsupported() && TCP_PORTS.contains(port) ? Protocol.TCP : parsed;
  }
}
