// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.service;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.HostNames;
import java.util.stream.Collectors;

/**
 * HTTP rules for services without any HTTP port or port with protocol detection, so that sidecars
 * treat their connections as TCP.
 */
public final class ServiceProtocolAnalysis {
  private ServiceProtocolAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      boolean onlyMesh =
          virtualService.gateways().stream().allMatch(VirtualService.MESH_GATEWAY::equals);
      if (virtualService.hosts().isEmpty() || virtualService.http().isEmpty() || !onlyMesh) {
        continue;
      }
      ImmutableList.Builder<Service> services = ImmutableList.builder();
      boolean allBytes = true;
      for (String host : virtualService.hosts()) {
        ImmutableList<Service> ofHost = mesh.services().ofHost(Ascii.toLowerCase(host));
        allBytes &=
            !HostNames.isWildcard(host)
                && !ofHost.isEmpty()
                && ofHost.stream().noneMatch(ServiceProtocolAnalysis::mayBeHttp);
        services.addAll(ofHost);
      }
      if (allBytes) {
        FindingPlace.spec("VirtualService", virtualService.metadata(), problems)
            .at("http")
            .warn(
                ProblemCode.PROTOCOL_MISMATCH,
                "never used on ports of the services (expected: a port of protocol HTTP, not "
                    + describe(services.build())
                    + ")");
      }
    }
  }

  private static boolean mayBeHttp(Service service) {
    return service.ports().isEmpty()
        || service.aliasOf().isPresent()
        || service.ports().stream()
            .anyMatch(port -> port.protocol().isHttp() || port.protocol().isUnsupported());
  }

  private static String describe(ImmutableList<Service> services) {
    return services.stream()
        .flatMap(service -> service.ports().stream())
        .map(ServiceProtocolAnalysis::describe)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String describe(ServicePort port) {
    return port.number() + " (" + port.protocol() + ")";
  }
}
