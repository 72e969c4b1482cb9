// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selectors that match no workload of the mesh and no pod that a Deployment of the input creates.
 * Nothing is reported if the mesh has no workloads at all.
 */
public final class SelectorAnalysis {
  private static final String GATEWAY_SERVICES = "internal.istio.io/gateway-service";

  private final MeshIndex mesh;
  private final ImmutableList<Labelled> workloads;
  private final InactiveObjects inactive;
  private final ProblemSink problems;

  private SelectorAnalysis(
      MeshIndex mesh, ImmutableList<Labelled> workloads, ProblemSink problems) {
    this.mesh = mesh;
    this.workloads = workloads;
    this.inactive = InactiveObjects.of(mesh.snapshot());
    this.problems = problems;
  }

  /** A workload or pod template that selectors may match. */
  private record Labelled(String namespace, Map<String, String> labels) {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    ImmutableList<Labelled> workloads = workloads(mesh.snapshot());
    if (!workloads.isEmpty()) {
      new SelectorAnalysis(mesh, workloads, problems).run();
    }
  }

  private static ImmutableList<Labelled> workloads(MeshSnapshot snapshot) {
    return Stream.of(
            snapshot.workloads().stream()
                .map(pod -> new Labelled(pod.metadata().namespace(), pod.metadata().labels())),
            snapshot.workloadEntries().stream()
                .flatMap(
                    entry ->
                        Stream.of(entry.metadata().labels(), entry.spec().labels())
                            .map(labels -> new Labelled(entry.metadata().namespace(), labels))),
            snapshot.proxies().stream()
                .map(proxy -> new Labelled(proxy.namespace(), proxy.selectableLabels())))
        .flatMap(all -> all)
        .collect(toImmutableList());
  }

  private void run() {
    MeshSnapshot snapshot = mesh.snapshot();
    snapshot
        .sidecars()
        .forEach(s -> check("Sidecar", s.metadata(), s.workloadSelector(), "workloadSelector"));
    snapshot
        .destinationRules()
        .forEach(
            d -> check("DestinationRule", d.metadata(), d.workloadSelector(), "workloadSelector"));
    snapshot
        .serviceEntries()
        .forEach(
            s -> check("ServiceEntry", s.metadata(), s.workloadSelector(), "workloadSelector"));
    snapshot.peerAuthentications().stream()
        .filter(p -> !p.metadata().namespace().equals(mesh.settings().rootNamespace()))
        .forEach(p -> check("PeerAuthentication", p.metadata(), p.selector(), "selector"));
    snapshot
        .authorizationPolicies()
        .forEach(p -> checkPolicy("AuthorizationPolicy", p.metadata(), p.selector()));
    snapshot
        .requestAuthentications()
        .forEach(p -> checkPolicy("RequestAuthentication", p.metadata(), p.selector()));
    checkGateways(snapshot);
    checkServices(snapshot);
  }

  private void check(
      String kind, ObjectMeta metadata, Optional<WorkloadSelector> selector, String field) {
    if (selector.isPresent() && !isIn(metadata.namespace()::equals, selector.get())) {
      FindingPlace place = FindingPlace.spec(kind, metadata, problems).at(field);
      warn(place, selector.get().labels(), "a workload in namespace " + metadata.namespace());
    }
  }

  /** Policies of the root namespace select in all namespaces. */
  private void checkPolicy(String kind, ObjectMeta metadata, Optional<WorkloadSelector> selector) {
    if (!metadata.namespace().equals(mesh.settings().rootNamespace())) {
      check(kind, metadata, selector, "selector");
    } else if (selector.isPresent() && !isIn(namespace -> true, selector.get())) {
      FindingPlace place = FindingPlace.spec(kind, metadata, problems).at("selector");
      warn(place, selector.get().labels(), "a workload");
    }
  }

  /** Whether a workload of these namespaces has the labels, or may have them. */
  private boolean isIn(Predicate<String> namespace, WorkloadSelector selector) {
    return selector.labels().isEmpty()
        || workloads.stream()
            .filter(workload -> namespace.test(workload.namespace()))
            .anyMatch(workload -> selector.selects(workload.labels()))
        || inactive.mayHaveLabels(namespace, selector.labels());
  }

  /** Gateways select in all namespaces; only a proxy of the mesh is known to be a gateway. */
  private void checkGateways(MeshSnapshot snapshot) {
    boolean knowsGateways =
        !snapshot.workloads().isEmpty()
            || snapshot.proxies().stream().anyMatch(proxy -> proxy.type() == ProxyType.GATEWAY);
    snapshot.gateways().stream()
        .filter(gateway -> knowsGateways)
        .filter(gateway -> !gateway.metadata().annotations().containsKey(GATEWAY_SERVICES))
        .filter(
            gateway ->
                workloads.stream()
                    .noneMatch(
                        workload ->
                            workload
                                .labels()
                                .entrySet()
                                .containsAll(gateway.selector().entrySet())))
        .filter(gateway -> !inactive.mayHaveLabels(namespace -> true, gateway.selector()))
        .forEach(
            gateway ->
                warn(
                    FindingPlace.spec("Gateway", gateway.metadata(), problems).at("selector"),
                    gateway.selector(),
                    "a gateway proxy"));
  }

  /** Services of the platform; a service that has endpoints from elsewhere is fine. */
  private void checkServices(MeshSnapshot snapshot) {
    snapshot.services().stream()
        .filter(service -> service.registry() == ServiceRegistry.KUBERNETES)
        .filter(service -> !service.selector().isEmpty() && !snapshot.workloads().isEmpty())
        .filter(service -> mesh.endpoints().endpoints(service).isEmpty())
        .filter(
            service ->
                workloads.stream()
                    .filter(workload -> workload.namespace().equals(service.namespace()))
                    .noneMatch(
                        workload ->
                            workload
                                .labels()
                                .entrySet()
                                .containsAll(service.selector().entrySet())))
        .filter(service -> !inactive.mayHaveLabels(service.namespace()::equals, service.selector()))
        .forEach(
            service ->
                warn(
                    FindingPlace.spec(service.sourceKind(), service.metadata(), problems)
                        .at("selector"),
                    service.selector(),
                    "a workload in namespace " + service.namespace()));
  }

  private static void warn(FindingPlace place, Map<String, String> labels, String expected) {
    place.warn(
        ProblemCode.SELECTS_NOTHING,
        "selector: "
            + labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(joining(", "))
            + " (expected: the labels of "
            + expected
            + ")");
  }
}
