// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.ObjectMeta;
import io.rutter.model.sidecar.CaptureMode;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.model.sidecar.OutboundMode;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.yaml.internal.common.ProtocolReader;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.destinationrule.ConnectionPoolReader;
import io.rutter.yaml.internal.gateway.ServerTlsReader;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.virtualservice.DestinationReader;

/** Reads {@link Sidecar}. */
public final class SidecarReader {
  private SidecarReader() {}

  /** Reads the spec. */
  public static Sidecar sidecar(ObjectMeta metadata, ObjectNode in) {
    Sidecar.Builder sidecar = Sidecar.builder().metadata(metadata);
    in.object("workloadSelector", ValueReader::networkingWorkloadSelector)
        .ifPresent(sidecar::workloadSelector);
    sidecar.ingress(in.objects("ingress", SidecarReader::ingressListener));
    sidecar.egress(in.objects("egress", SidecarReader::egressListener));
    in.object("inboundConnectionPool", ConnectionPoolReader::connectionPool)
        .ifPresent(sidecar::inboundConnectionPool);
    in.object("outboundTrafficPolicy", SidecarReader::outboundTrafficPolicy)
        .ifPresent(sidecar::outboundTrafficPolicy);
    return sidecar.build();
  }

  /** Istio: {@code IstioIngressListener}. */
  private static IngressListener ingressListener(ObjectNode in) {
    IngressListener.Builder listener = IngressListener.builder();
    listener.port(in.requiredObject("port", SidecarReader::sidecarPort));
    in.string("bind").ifPresent(listener::bind);
    in.enumValue("captureMode", CaptureMode.class).ifPresent(listener::captureMode);
    in.string("defaultEndpoint").ifPresent(listener::defaultEndpoint);
    in.object("tls", ServerTlsReader::serverTls).ifPresent(listener::tls);
    in.object("connectionPool", ConnectionPoolReader::connectionPool)
        .ifPresent(listener::connectionPool);
    return listener.build();
  }

  private static SidecarPort sidecarPort(ObjectNode in) {
    SidecarPort.Builder port = SidecarPort.builder();
    in.port("number").ifPresent(port::number);
    ProtocolReader.protocol(in).ifPresent(port::protocol);
    in.string("name").ifPresent(port::name);
    in.port("targetPort").ifPresent(port::targetPort);
    return port.build();
  }

  /** Istio: {@code IstioEgressListener}. */
  private static EgressListener egressListener(ObjectNode in) {
    EgressListener.Builder listener = EgressListener.builder();
    in.object("port", SidecarReader::sidecarPort).ifPresent(listener::port);
    in.string("bind").ifPresent(listener::bind);
    in.enumValue("captureMode", CaptureMode.class).ifPresent(listener::captureMode);
    listener.hosts(in.strings("hosts"));
    return listener.build();
  }

  private static OutboundTrafficPolicy outboundTrafficPolicy(ObjectNode in) {
    OutboundTrafficPolicy.Builder policy = OutboundTrafficPolicy.builder();
    in.enumValue("mode", OutboundMode.class).ifPresent(policy::mode);
    in.object("egressProxy", DestinationReader::destination).ifPresent(policy::egressProxy);
    return policy.build();
  }
}
