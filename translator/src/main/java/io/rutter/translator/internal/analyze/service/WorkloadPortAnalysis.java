// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.service;

import com.google.common.primitives.Ints;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.ListenedPorts;
import io.rutter.translator.internal.resolve.MeshIndex;

/**
 * PeerAuthentications that set a mode for the port of a Service instead of the port that workloads
 * listen on: no connection arrives on that port. Not reported where a workload listens on that port
 * as well, for another Service, by its own declaration or by a Sidecar. Istio document:
 * PeerAuthentication, {@code portLevelMtls}.
 */
public final class WorkloadPortAnalysis {
  private static final String KIND = "PeerAuthentication";

  private WorkloadPortAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (PeerAuthentication policy : mesh.snapshot().peerAuthentications()) {
      String namespace = policy.metadata().namespace();
      if (policy.portLevelMtls().isEmpty()
          || policy.selector().isEmpty()
          || policy.selector().get().labels().isEmpty()
          || namespace.equals(mesh.settings().rootNamespace())) {
        continue;
      }
      ListenedPorts listened =
          ListenedPorts.of(mesh, namespace::equals, policy.selector().get().labels());
      FindingPlace ports = FindingPlace.spec(KIND, policy.metadata(), problems).at("portLevelMtls");
      for (String port : policy.portLevelMtls().keySet()) {
        Integer number = Ints.tryParse(port);
        if (number != null) {
          check(number, listened, ports.at(port));
        }
      }
    }
  }

  private static void check(int number, ListenedPorts listened, FindingPlace place) {
    listened
        .onlyOfService(number)
        .ifPresent(
            target -> place.warn(ProblemCode.UNKNOWN_PORT, ListenedPorts.message(number, target)));
  }
}
