// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.go.WholeText;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.ServiceEndpoints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks all {@link ServiceEndpoints} of one host and namespace, which clients get together. */
final class HostEndpointsValidator {
  private final Optional<KnownServices.Known> service;
  private final Set<Identity> seen = new HashSet<>();
  private final Map<String, Long> weights = new HashMap<>();

  private HostEndpointsValidator(Optional<KnownServices.Known> service) {
    this.service = service;
  }

  /** What identifies an endpoint among those of its service. */
  private record Identity(
      ImmutableList<String> addresses,
      int port,
      String servicePort,
      String network,
      String cluster) {
    static Identity of(Endpoint endpoint) {
      return new Identity(
          endpoint.addresses(),
          endpoint.port(),
          endpoint.servicePortName(),
          endpoint.network(),
          endpoint.clusterId());
    }
  }

  /**
   * A group without invalid endpoints.
   *
   * @param given the group that was checked
   * @param kept its valid endpoints; absent if none may be used
   * @param problems the problems
   */
  record Checked(
      ServiceEndpoints given, Optional<ServiceEndpoints> kept, ImmutableList<Problem> problems) {}

  /**
   * Checks the groups of a host.
   *
   * @param service what has the host; absent: nothing
   */
  static ImmutableList<Checked> validate(
      List<ServiceEndpoints> groups, Optional<KnownServices.Known> service) {
    HostEndpointsValidator validator = new HostEndpointsValidator(service);
    return groups.stream().map(validator::check).collect(toImmutableList());
  }

  private Checked check(ServiceEndpoints group) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Findings at =
        new Findings(
            new ConfigKey("ServiceEndpoints", group.namespace(), group.hostname()),
            "",
            problems::add);
    checkName(group, at);
    if (!problems.build().isEmpty()) {
      return new Checked(group, Optional.empty(), problems.build());
    }
    ImmutableList<Endpoint> kept = keep(group.endpoints(), at.at("endpoints"));
    if (!group.endpoints().isEmpty()) {
      checkUse(group.endpoints(), at);
    }
    ServiceEndpoints right =
        kept.size() == group.endpoints().size() ? group : group.toBuilder().endpoints(kept).build();
    return new Checked(group, Optional.of(right), problems.build());
  }

  private static void checkName(ServiceEndpoints group, Findings at) {
    if (group.hostname().isEmpty()) {
      at.at("hostname").missing("no host (expected: that of the service)");
    } else if (!NameRules.isWildcardDomain(group.hostname())
        || !WholeText.isWhole(group.hostname())) {
      NameRules.checkHost(group.hostname(), at.at("hostname"));
    }
    if (group.namespace().isEmpty()) {
      at.at("namespace").missing("no namespace (expected: that of the service)");
    } else if (!NameRules.isLabel(group.namespace())) {
      at.at("namespace")
          .invalid("namespace: \"" + group.namespace() + "\" (expected: a DNS label)");
    }
  }

  private ImmutableList<Endpoint> keep(ImmutableList<Endpoint> endpoints, Findings at) {
    ImmutableList.Builder<Endpoint> kept = ImmutableList.builderWithExpectedSize(endpoints.size());
    for (int i = 0; i < endpoints.size(); i++) {
      if (isRight(endpoints.get(i), at.at(i))) {
        kept.add(endpoints.get(i));
      }
    }
    return kept.build();
  }

  private boolean isRight(Endpoint endpoint, Findings at) {
    List<Problem> found = new ArrayList<>();
    Findings here = new Findings(at.object(), at.path(), found::add);
    EndpointValidator.validate(
        endpoint, service.map(KnownServices.Known::takesNames).orElse(false), here);
    if (found.isEmpty() && !seen.add(Identity.of(endpoint))) {
      here.duplicate("also given before, which counts (expected: one endpoint of an address)");
    }
    if (found.isEmpty()) {
      addWeight(endpoint, here);
    }
    found.forEach(at.sink()::report);
    return found.isEmpty();
  }

  /** Envoy adds up the weights of a cluster. */
  private void addWeight(Endpoint endpoint, Findings at) {
    long before = weights.getOrDefault(endpoint.servicePortName(), 0L);
    long sum = before + Math.max(1, endpoint.weight().orElse(1));
    if (sum > EndpointValidator.MOST_WEIGHT) {
      at.at("weight")
          .invalid(
              "weight: %d, with those before %d (expected: no more than %d altogether)"
                  .formatted(endpoint.weight().orElse(1), sum, EndpointValidator.MOST_WEIGHT));
      return;
    }
    weights.put(endpoint.servicePortName(), sum);
  }

  /** One problem for each name of a port, because there may be many endpoints. */
  private void checkUse(ImmutableList<Endpoint> endpoints, Findings at) {
    if (service.isEmpty()) {
      at.at("hostname")
          .warn(
              ProblemCode.UNUSED_ENDPOINTS,
              "no service of the namespace has the host, so that nothing uses its %d endpoints (expected: a Service or a ServiceEntry)"
                  .formatted(endpoints.size()));
      return;
    }
    Map<String, Integer> first = new LinkedHashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (int i = 0; i < endpoints.size(); i++) {
      String port = endpoints.get(i).servicePortName();
      if (!service.get().ports().contains(port)) {
        first.putIfAbsent(port, i);
        count.merge(port, 1, Integer::sum);
      }
    }
    first.forEach(
        (port, index) ->
            at.at("endpoints")
                .at(index)
                .at("servicePortName")
                .warn(
                    ProblemCode.UNUSED_ENDPOINTS,
                    "\"%s\", so that nothing uses %d of %d endpoints (expected: a port of %s%s)"
                        .formatted(
                            port,
                            count.getOrDefault(port, 0),
                            endpoints.size(),
                            service.get().object(),
                            names(service.get().ports()))));
  }

  private static String names(Collection<String> ports) {
    return ports.isEmpty()
        ? ", which has none"
        : ports.stream()
            .map(name -> name.isEmpty() ? "\"\"" : name)
            .collect(joining(", ", ": ", ""));
  }
}
