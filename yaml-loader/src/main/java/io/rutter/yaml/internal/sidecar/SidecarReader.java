// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.ObjectMeta;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.yaml.internal.common.WorkloadSelectorReader;
import io.rutter.yaml.internal.destinationrule.ConnectionPoolReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Sidecar} (Istio: {@code Sidecar}). */
public final class SidecarReader {
  private SidecarReader() {}

  /** Reads the fields of the spec. */
  public static Sidecar read(ObjectMeta metadata, ObjectNode in) {
    Sidecar.Builder sidecar = Sidecar.builder().metadata(metadata);
    in.object("workloadSelector", WorkloadSelectorReader::readLabels)
        .ifPresent(sidecar::workloadSelector);
    sidecar.ingress(in.objects("ingress", IngressListenerReader::read));
    sidecar.egress(in.objects("egress", EgressListenerReader::read));
    in.object("inboundConnectionPool", ConnectionPoolReader::read)
        .ifPresent(sidecar::inboundConnectionPool);
    in.object("outboundTrafficPolicy", OutboundTrafficPolicyReader::read)
        .ifPresent(sidecar::outboundTrafficPolicy);
    return sidecar.build();
  }
}
