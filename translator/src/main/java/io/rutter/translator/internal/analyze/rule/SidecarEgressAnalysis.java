// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.HostMatching;

/** Hosts that a Sidecar imports from a namespace in which no service has them. */
public final class SidecarEgressAnalysis {
  private static final String ANY = "*";

  private SidecarEgressAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (Sidecar sidecar : mesh.snapshot().sidecars()) {
      FindingPlace egress = FindingPlace.spec("Sidecar", sidecar.metadata(), problems).at("egress");
      for (int i = 0; i < sidecar.egress().size(); i++) {
        var hosts = sidecar.egress().get(i).hosts();
        for (int j = 0; j < hosts.size(); j++) {
          check(mesh, sidecar, hosts.get(j), egress.at(i).at("hosts").at(j));
        }
      }
    }
  }

  private static void check(MeshIndex mesh, Sidecar sidecar, String entry, FindingPlace place) {
    int slash = entry.indexOf('/');
    boolean root = sidecar.metadata().namespace().equals(mesh.settings().rootNamespace());
    if (slash < 0 || entry.startsWith("~") || (root && entry.startsWith("."))) {
      return;
    }
    String written = entry.substring(0, slash);
    String namespace = written.equals(".") ? sidecar.metadata().namespace() : written;
    String host = entry.substring(slash + 1);
    if (mesh.services().all().stream().noneMatch(service -> isOf(service, namespace, host))
        && mesh.virtualServices().declared().stream()
            .noneMatch(virtualService -> isOf(virtualService, namespace, host))
        && !InactiveObjects.of(mesh.snapshot()).mayHaveHost(host)) {
      place.warn(
          ProblemCode.UNKNOWN_HOST,
          "host: "
              + entry
              + " imports nothing (expected: the full host of a service"
              + (namespace.equals(ANY) ? "" : " in namespace " + namespace)
              + ")");
    }
  }

  private static boolean isOf(Service service, String namespace, String host) {
    return (namespace.equals(ANY) || namespace.equals(service.namespace()))
        && HostMatching.isSubset(service.hostname(), host);
  }

  private static boolean isOf(VirtualService virtualService, String namespace, String host) {
    return (namespace.equals(ANY) || namespace.equals(virtualService.metadata().namespace()))
        && virtualService.hosts().stream().anyMatch(own -> HostMatching.overlap(own, host));
  }
}
