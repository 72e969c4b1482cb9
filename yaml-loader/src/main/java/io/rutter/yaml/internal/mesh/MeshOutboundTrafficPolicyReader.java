// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.MeshOutboundTrafficPolicy;
import io.rutter.model.mesh.OutboundTrafficPolicyMode;
import io.rutter.yaml.internal.destinationrule.ClientTlsReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link MeshOutboundTrafficPolicy} (Istio: {@code MeshConfig.OutboundTrafficPolicy}). */
public final class MeshOutboundTrafficPolicyReader {
  private MeshOutboundTrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static MeshOutboundTrafficPolicy read(ObjectNode in) {
    MeshOutboundTrafficPolicy.Builder meshOutboundTrafficPolicy =
        MeshOutboundTrafficPolicy.builder();
    in.enumValue("mode", OutboundTrafficPolicyMode.class)
        .ifPresent(meshOutboundTrafficPolicy::mode);
    in.object("tls", ClientTlsReader::read).ifPresent(meshOutboundTrafficPolicy::tls);
    return meshOutboundTrafficPolicy.build();
  }
}
