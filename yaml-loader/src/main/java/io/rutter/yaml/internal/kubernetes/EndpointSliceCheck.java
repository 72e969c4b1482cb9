// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.model.registry.ServicePort;
import io.rutter.yaml.internal.kubernetes.EndpointSlice.PodRef;
import io.rutter.yaml.internal.kubernetes.MadeByName.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * Says which parts of {@link EndpointSlice}s give no endpoints: ports that the service has not,
 * addresses that are none, pods that are not among the input. Kubernetes document: EndpointSlices.
 */
final class EndpointSliceCheck {
  /** In the place of a pod or service that is not there. */
  private static final Object NOTHING = new Object();

  private final NamedList<KubernetesService> services;
  private final ClusterPods pods;
  private final ImmutableSetMultimap<String, ConfigKey> refused;
  private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

  private EndpointSliceCheck(
      NamedList<KubernetesService> services,
      ClusterPods pods,
      ImmutableSetMultimap<String, ConfigKey> refused) {
    this.services = services;
    this.pods = pods;
    this.refused = refused;
  }

  /**
   * How what is wrong with a slice is found.
   *
   * @param services the services of its namespace
   * @param pods the pods of all
   * @param refused objects that are there but wrong, by namespace
   */
  static Recipe<ImmutableList<Problem>> of(
      EndpointSlice slice,
      NamedList<KubernetesService> services,
      ClusterPods pods,
      ImmutableSetMultimap<String, ConfigKey> refused) {
    ImmutableList.Builder<Object> inputs = ImmutableList.builder();
    String namespace = slice.metadata().namespace();
    inputs.add(slice, refused.get(namespace));
    inputs.add(services.get(slice.service().name()).<Object>map(found -> found).orElse(NOTHING));
    for (EndpointSlice.Member member : slice.endpoints()) {
      for (PodRef pod : member.pod().stream().toList()) {
        inputs.add(pods.named(pod).<Object>map(found -> found).orElse(NOTHING));
        if (!pod.namespace().equals(namespace)) {
          inputs.add(refused.get(pod.namespace()));
        }
      }
    }
    return new Recipe<>(
        inputs.build(),
        () -> {
          EndpointSliceCheck check = new EndpointSliceCheck(services, pods, refused);
          check.check(slice);
          return Optional.of(check.problems.build()).filter(problems -> !problems.isEmpty());
        });
  }

  private void check(EndpointSlice slice) {
    Optional<String> unused = slice.reasonOfNoUse();
    if (unused.isPresent()) {
      report(slice, Severity.NOTE, ProblemCode.NOT_TRANSLATED, "", "no effect: " + unused.get());
      return;
    }
    KubernetesService service = services.get(slice.service().name()).orElse(null);
    if (service == null && isRefused(slice.service())) {
      return;
    }
    if (service == null) {
      report(
          slice,
          Severity.NOTE,
          ProblemCode.UNRESOLVED_REFERENCE,
          "metadata.labels[\"" + EndpointSlice.SERVICE_NAME + "\"]",
          slice.service().name() + " (expected: a Service of the namespace)");
      return;
    }
    checkPorts(slice, service);
    checkAddresses(slice);
    checkPods(slice);
  }

  private void checkPorts(EndpointSlice slice, KubernetesService service) {
    List<String> names = service.ports().stream().map(ServicePort::name).toList();
    ImmutableList<EndpointSlice.Port> ports = slice.ports();
    for (int i = 0; i < ports.size(); i++) {
      String name = ports.get(i).name();
      if (ports.get(i).number() == 0) {
        report(
            slice,
            Severity.WARNING,
            ProblemCode.UNUSED_ENDPOINTS,
            "ports[" + i + "]",
            "no port, so that its endpoints are left out (expected: a port from 1 to 65535)");
      } else if (!names.contains(name)) {
        report(
            slice,
            Severity.WARNING,
            ProblemCode.UNUSED_ENDPOINTS,
            "ports[" + i + "]" + (name.isEmpty() ? "" : ".name"),
            "\"%s\", whose endpoints nothing uses (expected: a port of Service %s: %s)"
                .formatted(name, service.metadata().name(), Joiner.on(", ").join(names)));
      }
    }
  }

  private void checkAddresses(EndpointSlice slice) {
    for (int i = 0; i < slice.endpoints().size(); i++) {
      ImmutableList<String> addresses = slice.endpoints().get(i).addresses();
      for (int j = 0; j < addresses.size(); j++) {
        if (!EndpointConversion.isUsable(addresses.get(j))) {
          report(
              slice,
              Severity.WARNING,
              ProblemCode.INVALID_VALUE,
              "endpoints[" + i + "].addresses[" + j + "]",
              "\"%s\", which is left out (expected: an IP address)".formatted(addresses.get(j)));
        }
      }
    }
  }

  /** One problem a slice, because a dump without pods would give one for each endpoint. */
  private void checkPods(EndpointSlice slice) {
    int missing = 0;
    int first = 0;
    for (int i = slice.endpoints().size() - 1; i >= 0; i--) {
      Optional<PodRef> pod = slice.endpoints().get(i).pod();
      if (pod.filter(this::isMissing).isPresent()) {
        missing++;
        first = i;
      }
    }
    if (missing > 0) {
      report(
          slice,
          Severity.WARNING,
          ProblemCode.UNRESOLVED_REFERENCE,
          "endpoints[" + first + "].targetRef",
          "%d of %d endpoints are left out, because they name pods that are not there (expected: a Pod of the input)"
              .formatted(missing, slice.endpoints().size()));
    }
  }

  private boolean isMissing(PodRef pod) {
    return pods.named(pod).isEmpty()
        && !isRefused(new ConfigKey("Pod", pod.namespace(), pod.name()));
  }

  private boolean isRefused(ConfigKey object) {
    return refused.containsEntry(object.namespace(), object);
  }

  private void report(
      EndpointSlice slice, Severity severity, ProblemCode code, String path, String message) {
    problems.add(
        Problem.builder(severity, code)
            .object(ConfigKey.of("EndpointSlice", slice.metadata()))
            .path(path)
            .message(message)
            .build());
  }
}
