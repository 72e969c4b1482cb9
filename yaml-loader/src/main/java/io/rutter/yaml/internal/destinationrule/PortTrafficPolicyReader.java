// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link PortTrafficPolicy} (Istio: {@code TrafficPolicy.PortTrafficPolicy}). */
public final class PortTrafficPolicyReader {
  private PortTrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static PortTrafficPolicy read(ObjectNode in) {
    PortTrafficPolicy.Builder portTrafficPolicy = PortTrafficPolicy.builder();
    in.portSelector("port").ifPresent(portTrafficPolicy::port);
    in.object("loadBalancer", LoadBalancerReader::read).ifPresent(portTrafficPolicy::loadBalancer);
    in.object("connectionPool", ConnectionPoolReader::read)
        .ifPresent(portTrafficPolicy::connectionPool);
    in.object("outlierDetection", OutlierDetectionReader::read)
        .ifPresent(portTrafficPolicy::outlierDetection);
    in.object("tls", ClientTlsReader::read).ifPresent(portTrafficPolicy::tls);
    return portTrafficPolicy.build();
  }
}
