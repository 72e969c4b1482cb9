// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.sidecar.OutboundMode;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.virtualservice.DestinationReader;

/** Reads {@link OutboundTrafficPolicy} (Istio: {@code OutboundTrafficPolicy}). */
public final class OutboundTrafficPolicyReader {
  private OutboundTrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static OutboundTrafficPolicy read(ObjectNode in) {
    OutboundTrafficPolicy.Builder outboundTrafficPolicy = OutboundTrafficPolicy.builder();
    in.enumValue("mode", OutboundMode.class).ifPresent(outboundTrafficPolicy::mode);
    in.object("egressProxy", DestinationReader::read).ifPresent(outboundTrafficPolicy::egressProxy);
    return outboundTrafficPolicy.build();
  }
}
