// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.PortList;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.HostMatching;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a Sidecar imports in vain: hosts from a namespace in which no service has them, and ports
 * that none of the imported services has. Istio document: Sidecar, {@code IstioEgressListener}.
 */
public final class SidecarEgressAnalysis {
  private static final String ANY = "*";

  private SidecarEgressAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    InactiveObjects inactive = InactiveObjects.of(mesh.snapshot());
    for (Sidecar sidecar : mesh.snapshot().sidecars()) {
      FindingPlace egress = FindingPlace.spec("Sidecar", sidecar.metadata(), problems).at("egress");
      for (int i = 0; i < sidecar.egress().size(); i++) {
        EgressListener listener = sidecar.egress().get(i);
        for (int j = 0; j < listener.hosts().size(); j++) {
          check(mesh, inactive, sidecar, listener.hosts().get(j), egress.at(i).at("hosts").at(j));
        }
        if (takesOnePort(listener) && !inactive.mayHaveHosts()) {
          checkPort(mesh, sidecar, listener, egress.at(i).at("port.number"));
        }
      }
    }
  }

  private static void check(
      MeshIndex mesh, InactiveObjects inactive, Sidecar sidecar, String entry, FindingPlace place) {
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
        && !inactive.mayHaveHost(host)) {
      place.warn(
          ProblemCode.UNKNOWN_HOST,
          "host: "
              + entry
              + " imports nothing (expected: the full host of a service"
              + (namespace.equals(ANY) ? "" : " in namespace " + namespace)
              + ")");
    }
  }

  /** Whether it takes the services that have its port; one that is an HTTP proxy takes all. */
  private static boolean takesOnePort(EgressListener listener) {
    return listener
        .port()
        .filter(port -> port.number().orElse(0) != 0)
        .filter(port -> !port.protocol().equals(Optional.of(Protocol.HTTP_PROXY)))
        .isPresent();
  }

  /** If no service has the port, no proxy has the listener. */
  private static void checkPort(
      MeshIndex mesh, Sidecar sidecar, EgressListener listener, FindingPlace place) {
    int number = listener.port().orElseThrow().number().orElse(0);
    Set<Integer> known = new TreeSet<>();
    for (Service service : mesh.services().all()) {
      if (listener.hosts().stream().anyMatch(entry -> mayImport(mesh, sidecar, entry, service))) {
        if (service.aliasOf().isPresent()) {
          return;
        }
        service.ports().forEach(own -> known.add(own.number()));
      }
    }
    if (!known.isEmpty() && !known.contains(number)) {
      place.warn(
          ProblemCode.UNKNOWN_PORT,
          "port: "
              + number
              + " is of none of the services, so that there is no listener (expected: "
              + PortList.of(known)
              + ")");
    }
  }

  private static boolean mayImport(MeshIndex mesh, Sidecar sidecar, String entry, Service service) {
    int slash = entry.indexOf('/');
    String own = sidecar.metadata().namespace();
    String namespace =
        slash < 0
            ? ANY
            : !entry.startsWith("./")
                ? entry.substring(0, slash)
                : own.equals(mesh.settings().rootNamespace()) ? ANY : own;
    return isOf(service, namespace, entry.substring(slash + 1));
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
