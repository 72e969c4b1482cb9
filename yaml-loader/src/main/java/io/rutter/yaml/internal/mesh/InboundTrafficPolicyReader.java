// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.InboundTrafficPolicy;
import io.rutter.model.mesh.InboundTrafficPolicyMode;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link InboundTrafficPolicy} (Istio: {@code MeshConfig.InboundTrafficPolicy}). */
public final class InboundTrafficPolicyReader {
  private InboundTrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static InboundTrafficPolicy read(ObjectNode in) {
    InboundTrafficPolicy.Builder inboundTrafficPolicy = InboundTrafficPolicy.builder();
    in.enumValue("mode", InboundTrafficPolicyMode.class).ifPresent(inboundTrafficPolicy::mode);
    return inboundTrafficPolicy.build();
  }
}
