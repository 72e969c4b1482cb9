// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Subsets without endpoints, of services that have some or whose selector has pods: requests to
 * them are answered 503.
 *
 * <p>Not reported where labels do not matter, because connections go to their original destination
 * or to the addresses of DNS: headless services, resolution NONE or DYNAMIC_DNS, load balancer
 * PASSTHROUGH.
 */
public final class SubsetAnalysis {
  private static final LoadBalancerPolicy PASSTHROUGH =
      new LoadBalancerPolicy.Simple(SimpleLoadBalancer.PASSTHROUGH);

  private SubsetAnalysis() {}

  public static void run(MeshIndex mesh, RuleClients clients, ProblemSink problems) {
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      ImmutableList<Service> services = clients.servicesOf(rule);
      FindingPlace spec = FindingPlace.spec("DestinationRule", rule.metadata(), problems);
      if (!rule.subsets().isEmpty()
          && services.stream().allMatch(SubsetAnalysis::usesEndpoints)
          && !passesThrough(clients.mergedFrom(spec.object()))) {
        check(mesh, rule, services, spec.at("subsets"));
      }
    }
  }

  private static void check(
      MeshIndex mesh, DestinationRule rule, ImmutableList<Service> services, FindingPlace subsets) {
    ImmutableList<ImmutableMap<String, String>> labels =
        services.stream().flatMap(service -> labels(mesh, service)).collect(toImmutableList());
    InactiveObjects inactive = InactiveObjects.of(mesh.snapshot());
    for (int i = 0; i < rule.subsets().size() && !labels.isEmpty(); i++) {
      Subset subset = rule.subsets().get(i);
      if (labels.stream().noneMatch(of -> LabelSelectors.selects(subset.labels(), of))
          && services.stream().noneMatch(of -> mayGetPods(inactive, of, subset))) {
        subsets
            .at(i)
            .at("labels")
            .warn(
                ProblemCode.SELECTS_NOTHING,
                "labels: "
                    + describe(subset)
                    + " (expected: labels that an endpoint of "
                    + rule.host()
                    + " has)");
      }
    }
  }

  /** Whether a Deployment of the input, or a refused object, may be or make pods of the subset. */
  private static boolean mayGetPods(InactiveObjects inactive, Service service, Subset subset) {
    return inactive.mayHaveLabels(service.namespace()::equals, subset.labels());
  }

  private static boolean usesEndpoints(Service service) {
    return switch (service.resolution()) {
      case CLIENT_SIDE_LB, DNS, DNS_ROUND_ROBIN -> true;
      case PASSTHROUGH, DYNAMIC_DNS, ALIAS -> false;
    };
  }

  /** Whether any policy does, of the rule or of what it was merged with. */
  private static boolean passesThrough(ImmutableList<MergedDestinationRule> rules) {
    return rules.stream()
        .map(MergedDestinationRule::rule)
        .flatMap(
            merged ->
                Stream.concat(
                    merged.trafficPolicy().stream(),
                    merged.subsets().stream().flatMap(subset -> subset.trafficPolicy().stream())))
        .flatMap(SubsetAnalysis::loadBalancers)
        .anyMatch(balancer -> balancer.policy().equals(Optional.of(PASSTHROUGH)));
  }

  private static Stream<LoadBalancer> loadBalancers(TrafficPolicy policy) {
    return Stream.concat(
        policy.loadBalancer().stream(),
        policy.portLevelSettings().stream().flatMap(port -> port.loadBalancer().stream()));
  }

  /**
   * The labels of endpoints, and of pods that may become endpoints: not ready yet, or not in a
   * slice.
   */
  private static Stream<ImmutableMap<String, String>> labels(MeshIndex mesh, Service service) {
    return Stream.concat(
        mesh.endpoints().endpoints(service).stream().map(Endpoint::labels),
        mesh.snapshot().workloads().stream()
            .filter(pod -> !service.selector().isEmpty())
            .filter(pod -> pod.metadata().namespace().equals(service.namespace()))
            .filter(pod -> LabelSelectors.selects(service.selector(), pod.metadata().labels()))
            .map(
                pod ->
                    TopologyLabels.add(
                        pod.metadata().labels(),
                        pod.locality(),
                        pod.clusterId(),
                        pod.nodeName(),
                        pod.network())));
  }

  private static String describe(Subset subset) {
    return subset.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(", "));
  }
}
