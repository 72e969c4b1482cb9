// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ServiceTargets;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The ports that workloads with some labels listen on. */
public final class ListenedPorts {
  private final MeshIndex mesh;
  private final Predicate<String> namespaces;
  private final Map<String, String> labels;
  private final ImmutableList<ServiceTarget> targets;

  private ListenedPorts(MeshIndex mesh, Predicate<String> namespaces, Map<String, String> labels) {
    this.mesh = mesh;
    this.namespaces = namespaces;
    this.labels = labels;
    this.targets =
        KnownProxies.of(mesh.snapshot(), ProxyType.SIDECAR).stream()
            .filter(proxy -> isSelected(proxy.namespace(), proxy.selectableLabels()))
            .flatMap(proxy -> ServiceTargets.of(mesh, proxy).stream())
            .collect(toImmutableList());
  }

  /** Those of the workloads of some namespaces that have the labels. */
  public static ListenedPorts of(
      MeshIndex mesh, Predicate<String> namespaces, Map<String, String> labels) {
    return new ListenedPorts(mesh, namespaces, labels);
  }

  private boolean isSelected(String namespace, Map<String, String> ofWorkload) {
    return namespaces.test(namespace) && LabelSelectors.selects(labels, ofWorkload);
  }

  /**
   * The service whose port the number is, if no workload listens on it: not for another service, by
   * its own declaration or by a Sidecar, and no pod that a Deployment of the input makes may.
   */
  public Optional<ServiceTarget> onlyOfService(int number) {
    return targets.stream()
        .filter(target -> target.port().number() == number)
        .findFirst()
        .filter(target -> !isListenedOn(number) && !mayBeListenedOn());
  }

  private boolean isListenedOn(int number) {
    return targets.stream().anyMatch(target -> target.targetPort() == number)
        || mesh.snapshot().workloads().stream()
            .filter(pod -> isSelected(pod.metadata().namespace(), pod.metadata().labels()))
            .flatMap(pod -> pod.ports().stream())
            .mapToInt(ContainerPort::port)
            .anyMatch(port -> port == number)
        || mesh.snapshot().sidecars().stream()
            .filter(sidecar -> namespaces.test(sidecar.metadata().namespace()))
            .flatMap(sidecar -> sidecar.ingress().stream())
            .anyMatch(listener -> listener.port().number().orElse(0) == number)
        || mesh.services().all().stream()
            .flatMap(service -> mesh.endpoints().endpoints(service).stream())
            .anyMatch(endpoint -> isOf(endpoint) && endpoint.port() == number);
  }

  private boolean isOf(Endpoint endpoint) {
    return isSelected(endpoint.namespace(), endpoint.labels());
  }

  /** By pods whose ports nobody knows. */
  private boolean mayBeListenedOn() {
    return InactiveObjects.of(mesh.snapshot()).mayHaveLabels(namespaces, labels);
  }

  /** Says that a port is one of a service and which port is meant. */
  public static String message(int number, ServiceTarget target) {
    return "port: "
        + number
        + " is that of "
        + target.service().sourceKind()
        + "/"
        + target.service().namespace()
        + "/"
        + target.service().metadata().name()
        + ", no workload listens on it (expected: "
        + target.targetPort()
        + ", the port of the workloads)";
  }
}
