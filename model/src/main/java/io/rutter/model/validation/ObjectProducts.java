// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Optional;

/**
 * What objects multiply to: a ServiceEntry of 2,000 hosts and 200 ports has 45 kB and makes 400,000
 * clusters. The bound is meant to be far above what meshes have, and below what takes all memory.
 *
 * <ul>
 *   <li>A ServiceEntry counts as its hosts, times its ports, times a tenth of its endpoints, with
 *       those that its selector selects, or its addresses, whichever are more.
 *   <li>A DestinationRule counts as its subsets and one more, times the ports of all services of
 *       its host.
 *   <li>A VirtualService counts as its hosts, times the routes of its rules, one for each match and
 *       destination, those of delegates included; and all that once for each port of its Gateways,
 *       and in the mesh once for each port of the services of its hosts.
 * </ul>
 */
public final class ObjectProducts {
  /** An endpoint is small: so many count as one cluster or route. */
  public static final int ENDPOINTS_OF_ONE = 10;

  private final MeshSnapshot mesh;
  private final long most;
  private final HostPorts ports;
  private final ImmutableMap<ConfigKey, Gateway> gateways;
  private final ImmutableMap<ConfigKey, VirtualService> virtualServices;
  private final SelectedWorkloads workloads;

  private ObjectProducts(MeshSnapshot mesh, long most) {
    this.mesh = mesh;
    this.most = most;
    this.ports = HostPorts.of(mesh);
    this.gateways =
        mesh.gateways().stream()
            .collect(toImmutableMap(g -> ConfigKey.of("", g.metadata()), g -> g, (a, b) -> a));
    this.virtualServices =
        mesh.virtualServices().stream()
            .collect(toImmutableMap(v -> ConfigKey.of("", v.metadata()), v -> v, (a, b) -> a));
    this.workloads = SelectedWorkloads.of(mesh);
  }

  /**
   * Errors with the code {@code limit-exceeded}, each with the object that counts for more than
   * {@code most}; such an object should take no part in a translation.
   */
  public static ImmutableList<Problem> check(MeshSnapshot mesh, long most) {
    return new ObjectProducts(mesh, most).problems();
  }

  private ImmutableList<Problem> problems() {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    for (ServiceEntry entry : mesh.serviceEntries()) {
      report("ServiceEntry", entry.metadata(), "spec.hosts", of(entry), problems);
    }
    for (DestinationRule rule : mesh.destinationRules()) {
      report("DestinationRule", rule.metadata(), "spec.subsets", of(rule), problems);
    }
    for (VirtualService rules : mesh.virtualServices()) {
      report("VirtualService", rules.metadata(), "spec.hosts", of(rules), problems);
    }
    return problems.build();
  }

  private void report(
      String kind,
      ObjectMeta metadata,
      String path,
      double product,
      ImmutableList.Builder<Problem> problems) {
    if (product > most) {
      problems.add(
          Problem.error(ProblemCode.LIMIT_EXCEEDED)
              .object(ConfigKey.of(kind, metadata))
              .path(path)
              .message(
                  "multiplies to some "
                      + (long) product
                      + " clusters or routes (expected: at most "
                      + most
                      + "; split the object, or raise the bound)")
              .build());
    }
  }

  /** In floating point, because a product of lengths may be too much for a long. */
  private double of(ServiceEntry entry) {
    double endpoints = entry.endpoints().size();
    if (entry.workloadSelector().isPresent() && entry.endpoints().isEmpty()) {
      endpoints = workloads.count(entry.metadata().namespace(), entry.workloadSelector().get());
    }
    return atLeastOne(entry.hosts().size())
        * atLeastOne(entry.ports().size())
        * Math.max(atLeastOne(entry.addresses().size()), atLeastOne(endpoints / ENDPOINTS_OF_ONE));
  }

  private double of(DestinationRule rule) {
    return (1.0 + rule.subsets().size())
        * atLeastOne((double) ports.of(rule.host(), rule.metadata().namespace()));
  }

  private double of(VirtualService rules) {
    double routes = atLeastOne(routes(rules));
    double places = 0;
    for (String gateway : gatewaysOf(rules)) {
      places +=
          gateway.equals("mesh")
              ? portsInMesh(rules)
              : rules.hosts().size() * serverPorts(rules, gateway);
    }
    return places * routes;
  }

  private static ImmutableList<String> gatewaysOf(VirtualService rules) {
    return rules.gateways().isEmpty() ? ImmutableList.of("mesh") : rules.gateways();
  }

  private double portsInMesh(VirtualService rules) {
    return rules.hosts().stream()
        .mapToDouble(host -> atLeastOne((double) ports.of(host, rules.metadata().namespace())))
        .sum();
  }

  private double serverPorts(VirtualService rules, String gateway) {
    int slash = gateway.indexOf('/');
    String namespace = slash < 0 ? rules.metadata().namespace() : gateway.substring(0, slash);
    Gateway known = gateways.get(new ConfigKey("", namespace, gateway.substring(slash + 1)));
    return known == null
        ? 1
        : atLeastOne(
            (double)
                known.servers().stream()
                    .mapToInt(server -> server.port().number().orElse(0))
                    .distinct()
                    .count());
  }

  private double routes(VirtualService rules) {
    double routes = 0;
    for (HttpRoute route : rules.http()) {
      routes +=
          own(route)
              * route.delegate().map(d -> delegated(rules, d.namespace(), d.name())).orElse(1.0);
    }
    return routes
        + rules.tls().stream().mapToDouble(r -> atLeastOne(r.match().size())).sum()
        + rules.tcp().stream().mapToDouble(r -> atLeastOne(r.match().size())).sum();
  }

  private double delegated(
      VirtualService rules, Optional<String> namespace, Optional<String> name) {
    VirtualService delegate =
        virtualServices.get(
            new ConfigKey("", namespace.orElse(rules.metadata().namespace()), name.orElse("")));
    return delegate == null
        ? 1
        : atLeastOne(delegate.http().stream().mapToDouble(ObjectProducts::own).sum());
  }

  private static double own(HttpRoute route) {
    return atLeastOne(route.match().size()) * atLeastOne(route.route().size());
  }

  /** A count as a factor: what has none of something is still there once. */
  private static double atLeastOne(double count) {
    return Math.max(1, count);
  }
}
