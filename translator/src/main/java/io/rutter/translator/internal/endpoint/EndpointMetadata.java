// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.protobuf.Struct;
import com.google.protobuf.util.Structs;
import com.google.protobuf.util.Values;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.model.registry.Endpoint;
import io.rutter.translator.internal.proto.IstioMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of endpoints. Most endpoints of a service belong to one workload, so equal metadata
 * is made once and shared. For use by one thread.
 */
public final class EndpointMetadata {
  /** The metadata namespace in which transport socket matches look for the label of mutual TLS. */
  static final String TRANSPORT_SOCKET_MATCH = "envoy.transport_socket_match";

  /** The label of mutual TLS. */
  static final String TLS_MODE = "tlsMode";

  private static final Struct TAKES_MUTUAL_TLS =
      Structs.of(TLS_MODE, Values.of(MutualTlsLabel.ISTIO));

  private final Map<Content, Metadata> known = new HashMap<>();

  private record Content(Optional<String> tlsMode, String workload) {}

  /** Metadata of an endpoint as a member of a target's cluster. */
  Metadata of(ClusterTarget target, Endpoint endpoint) {
    Content content =
        new Content(MutualTlsLabel.of(target, endpoint), WorkloadMetadata.text(endpoint));
    Metadata made = known.get(content);
    if (made == null) {
      made = metadata(content.tlsMode(), WorkloadMetadata.struct(content.workload()));
      known.put(content, made);
    }
    return made;
  }

  /** Metadata of a gateway to another network, which accepts mutual TLS. */
  static Metadata ofGateway(String clusterId) {
    return metadata(Optional.of(MutualTlsLabel.ISTIO), WorkloadMetadata.ofGateway(clusterId));
  }

  private static Metadata metadata(Optional<String> tlsMode, Struct workload) {
    Metadata.Builder metadata =
        Metadata.newBuilder().putFilterMetadata(IstioMetadata.KEY, workload);
    tlsMode.ifPresent(
        mode ->
            metadata.putFilterMetadata(
                TRANSPORT_SOCKET_MATCH,
                mode.equals(MutualTlsLabel.ISTIO)
                    ? TAKES_MUTUAL_TLS
                    : Structs.of(TLS_MODE, Values.of(mode))));
    return metadata.build();
  }
}
