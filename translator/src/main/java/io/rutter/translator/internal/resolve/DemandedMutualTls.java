// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.resolve.rule.PeerAuthenticationIndex;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which modes of mutual TLS the servers behind a service's port have, from the PeerAuthentications
 * that select them. Without endpoints, what workloads with the labels of the service's selector
 * would have.
 */
public final class DemandedMutualTls {
  private DemandedMutualTls() {}

  /** The modes; empty for services outside of the mesh, and without endpoints and selector. */
  public static ImmutableSet<MutualTlsMode> of(MeshIndex mesh, Service service, ServicePort port) {
    if (service.meshExternal()) {
      return ImmutableSet.of();
    }
    PeerAuthenticationIndex policies = mesh.peerAuthentications();
    Set<MutualTlsMode> modes = EnumSet.noneOf(MutualTlsMode.class);
    List<Endpoint> endpoints = mesh.endpoints().endpoints(service, port);
    for (Endpoint endpoint : endpoints) {
      modes.add(
          endpoint.tlsMode() == EndpointTlsMode.DISABLED
              ? MutualTlsMode.DISABLE
              : policies.modeOf(endpoint));
    }
    if (endpoints.isEmpty() && !service.selector().isEmpty()) {
      modes.add(
          policies.forWorkload(service.namespace(), service.selector()).modeOf(targetPort(port)));
    }
    return ImmutableSet.copyOf(modes);
  }

  private static int targetPort(ServicePort port) {
    return port.targetPort()
        .filter(TargetPort.Fixed.class::isInstance)
        .map(target -> ((TargetPort.Fixed) target).value())
        .orElse(port.number());
  }
}
