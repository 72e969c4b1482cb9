// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.service;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.KnownProxies;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ServiceTargets;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PeerAuthentications that set a mode for the port of a Service instead of the port that workloads
 * listen on: no connection arrives on that port. Not reported where a workload listens on that port
 * as well, for another Service, by its own declaration or by a Sidecar. Istio document:
 * PeerAuthentication, {@code portLevelMtls}.
 */
public final class WorkloadPortAnalysis {
  private static final String KIND = "PeerAuthentication";

  private final MeshIndex mesh;
  private final String namespace;
  private final WorkloadSelector selector;
  private final ImmutableList<ServiceTarget> targets;

  private WorkloadPortAnalysis(MeshIndex mesh, String namespace, WorkloadSelector selector) {
    this.mesh = mesh;
    this.namespace = namespace;
    this.selector = selector;
    this.targets =
        KnownProxies.of(mesh.snapshot(), ProxyType.SIDECAR).stream()
            .filter(proxy -> proxy.namespace().equals(namespace))
            .filter(proxy -> selector.selects(proxy.selectableLabels()))
            .flatMap(proxy -> targets(mesh, proxy))
            .collect(toImmutableList());
  }

  private static Stream<ServiceTarget> targets(MeshIndex mesh, Proxy proxy) {
    return ServiceTargets.of(mesh, proxy).stream();
  }

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (PeerAuthentication policy : mesh.snapshot().peerAuthentications()) {
      String namespace = policy.metadata().namespace();
      if (policy.portLevelMtls().isEmpty()
          || policy.selector().isEmpty()
          || policy.selector().get().labels().isEmpty()
          || namespace.equals(mesh.settings().rootNamespace())) {
        continue;
      }
      WorkloadPortAnalysis analysis =
          new WorkloadPortAnalysis(mesh, namespace, policy.selector().get());
      FindingPlace ports = FindingPlace.spec(KIND, policy.metadata(), problems).at("portLevelMtls");
      for (String port : policy.portLevelMtls().keySet()) {
        Integer number = Ints.tryParse(port);
        if (number != null) {
          analysis.check(number, ports.at(port));
        }
      }
    }
  }

  private void check(int number, FindingPlace place) {
    Optional<ServiceTarget> service =
        targets.stream().filter(target -> target.port().number() == number).findFirst();
    if (service.isPresent() && !isListenedOn(number) && !mayBeListenedOn()) {
      ServiceTarget target = service.get();
      place.warn(
          ProblemCode.UNKNOWN_PORT,
          "port: "
              + number
              + " is that of "
              + target.service().sourceKind()
              + "/"
              + target.service().namespace()
              + "/"
              + target.service().metadata().name()
              + ", no workload listens on it (expected: "
              + target.targetPort()
              + ", the port of the workloads)");
    }
  }

  private boolean isListenedOn(int number) {
    return targets.stream().anyMatch(target -> target.targetPort() == number)
        || mesh.snapshot().workloads().stream()
            .filter(pod -> pod.metadata().namespace().equals(namespace))
            .filter(pod -> selector.selects(pod.metadata().labels()))
            .flatMap(pod -> pod.ports().stream())
            .mapToInt(ContainerPort::port)
            .anyMatch(port -> port == number)
        || mesh.snapshot().sidecars().stream()
            .filter(sidecar -> sidecar.metadata().namespace().equals(namespace))
            .flatMap(sidecar -> sidecar.ingress().stream())
            .anyMatch(listener -> listener.port().number().orElse(0) == number)
        || mesh.services().all().stream()
            .flatMap(service -> mesh.endpoints().endpoints(service).stream())
            .anyMatch(endpoint -> isSelected(endpoint) && endpoint.port() == number);
  }

  /** By pods that a Deployment of the input makes, whose ports nobody knows. */
  private boolean mayBeListenedOn() {
    return InactiveObjects.of(mesh.snapshot()).mayHaveLabels(namespace::equals, selector.labels());
  }

  private boolean isSelected(Endpoint endpoint) {
    return endpoint.namespace().equals(namespace) && selector.selects(endpoint.labels());
  }
}
