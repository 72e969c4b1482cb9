// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TrafficPolicy} (Istio: {@code TrafficPolicy}). */
public final class TrafficPolicyReader {
  private TrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static TrafficPolicy read(ObjectNode in) {
    TrafficPolicy.Builder trafficPolicy = TrafficPolicy.builder();
    in.object("loadBalancer", LoadBalancerReader::read).ifPresent(trafficPolicy::loadBalancer);
    in.object("connectionPool", ConnectionPoolReader::read)
        .ifPresent(trafficPolicy::connectionPool);
    in.object("outlierDetection", OutlierDetectionReader::read)
        .ifPresent(trafficPolicy::outlierDetection);
    in.object("tls", ClientTlsReader::read).ifPresent(trafficPolicy::tls);
    trafficPolicy.portLevelSettings(in.objects("portLevelSettings", PortTrafficPolicyReader::read));
    in.object("tunnel", TunnelReader::read).ifPresent(trafficPolicy::tunnel);
    in.object("proxyProtocol", ProxyProtocolReader::read).ifPresent(trafficPolicy::proxyProtocol);
    in.object("retryBudget", RetryBudgetReader::read).ifPresent(trafficPolicy::retryBudget);
    return trafficPolicy.build();
  }
}
