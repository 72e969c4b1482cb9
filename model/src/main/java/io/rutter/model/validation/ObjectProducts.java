// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparingDouble;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What objects multiply to, in clusters: a ServiceEntry of 2,000 hosts and 200 ports has 45 kB and
 * makes 400,000 of them. The bounds are meant to be far above what meshes have, and below what
 * takes all memory.
 *
 * <ul>
 *   <li>A ServiceEntry counts as its hosts, times its ports, times a fifth of its endpoints, with
 *       those that its selector selects, or its addresses, whichever are more.
 *   <li>A Service counts as its ports, or as a fifth of its endpoints if these are more.
 *   <li>A DestinationRule counts as its subsets, times the ports of all services of its host.
 *   <li>A VirtualService counts as a quarter of its hosts, times the routes of its rules, one for
 *       each match and destination, those of delegates included; and all that once for each port of
 *       its Gateways, and in the mesh once for each port of the services of its hosts.
 *   <li>A Gateway counts four for each server, because its listener or filter chain is large.
 * </ul>
 */
public final class ObjectProducts {
  /** An endpoint is small: so many count as one cluster. */
  public static final int ENDPOINTS_OF_ONE = 5;

  /** So is a route. */
  private static final double ROUTES_OF_ONE = 4;

  private static final int OF_SERVER = 4;

  private static final Comparator<Product> SMALLEST_FIRST =
      comparingDouble(Product::count).thenComparing(product -> product.object().toString());

  private final MeshSnapshot mesh;
  private final double portsOfServices;
  private final double endpoints;
  private final Supplier<ImmutableList<Product>> configuration;
  private final Supplier<HostPortCounts> ports;
  private final Supplier<ImmutableMap<ConfigKey, Long>> portsOfGateways;
  private final Supplier<ImmutableMap<ConfigKey, VirtualService>> virtualServices;
  private final Supplier<ImmutableMap<ConfigKey, Integer>> endpointsOfHosts;
  private final Supplier<SelectedWorkloads> workloads;

  /** Answers, because many rules may have one delegate. */
  private final IdentityHashMap<VirtualService, Double> ofDelegates = new IdentityHashMap<>();

  private ObjectProducts(
      MeshSnapshot mesh,
      double portsOfServices,
      double endpoints,
      Optional<ObjectProducts> sameConfiguration) {
    this.mesh = mesh;
    this.portsOfServices = portsOfServices;
    this.endpoints = endpoints;
    this.configuration =
        sameConfiguration
            .map(before -> before.configuration)
            .orElseGet(() -> Suppliers.memoize(this::ofConfiguration)::get);
    this.ports = Suppliers.memoize(() -> HostPortCounts.of(mesh))::get;
    this.portsOfGateways = Suppliers.memoize(() -> portsOfGateways(mesh))::get;
    this.virtualServices = Suppliers.memoize(() -> virtualServices(mesh))::get;
    this.endpointsOfHosts = Suppliers.memoize(() -> endpointsOfHosts(mesh))::get;
    this.workloads = Suppliers.memoize(() -> SelectedWorkloads.of(mesh))::get;
  }

  /** The objects of a mesh. */
  public static ObjectProducts of(MeshSnapshot mesh) {
    return new ObjectProducts(
        mesh, ports(mesh.services()), endpoints(mesh.endpoints()), Optional.empty());
  }

  /** Those of another mesh, in which what is the same counts for the same. */
  public ObjectProducts with(MeshSnapshot next) {
    ListDifference<Service> services = ListDifference.of(mesh.services(), next.services());
    ListDifference<ServiceEndpoints> groups = ListDifference.of(mesh.endpoints(), next.endpoints());
    return new ObjectProducts(
        next,
        portsOfServices + ports(services.after()) - ports(services.before()),
        endpoints + endpoints(groups.after()) - endpoints(groups.before()),
        Optional.of(this).filter(before -> hasConfigurationOf(next)));
  }

  @SuppressWarnings("ReferenceEquality") // Whoever changes a mesh keeps its other lists.
  private boolean hasConfigurationOf(MeshSnapshot next) {
    boolean isSame =
        mesh.services() == next.services()
            && mesh.serviceEntries() == next.serviceEntries()
            && mesh.destinationRules() == next.destinationRules()
            && mesh.virtualServices() == next.virtualServices()
            && mesh.gateways() == next.gateways();
    boolean hasWorkloads =
        mesh.workloads() == next.workloads() && mesh.workloadEntries() == next.workloadEntries();
    return isSame
        && (hasWorkloads || next.serviceEntries().stream().noneMatch(ObjectProducts::selects));
  }

  private static double ports(List<? extends Service> services) {
    return services.stream().mapToDouble(service -> service.ports().size()).sum();
  }

  private static double endpoints(List<? extends ServiceEndpoints> groups) {
    return groups.stream().mapToDouble(group -> group.endpoints().size()).sum();
  }

  private static ImmutableMap<ConfigKey, Long> portsOfGateways(MeshSnapshot mesh) {
    return mesh.gateways().stream()
        .collect(
            toImmutableMap(
                gateway -> ConfigKey.of("", gateway.metadata()),
                ObjectProducts::ports,
                (first, second) -> first));
  }

  private static ImmutableMap<ConfigKey, VirtualService> virtualServices(MeshSnapshot mesh) {
    return mesh.virtualServices().stream()
        .collect(toImmutableMap(v -> ConfigKey.of("", v.metadata()), v -> v, (a, b) -> a));
  }

  private static ImmutableMap<ConfigKey, Integer> endpointsOfHosts(MeshSnapshot mesh) {
    return mesh.endpoints().stream()
        .collect(
            toImmutableMap(
                group -> new ConfigKey("", group.namespace(), group.hostname()),
                group -> group.endpoints().size(),
                Integer::sum));
  }

  /**
   * The count of an object.
   *
   * @param path the field that multiplies
   * @param multiplies whether it makes more than it lists; if not, it only counts among all
   */
  private record Product(ConfigKey object, String path, double count, boolean multiplies) {
    boolean isBeyond(long most) {
      return multiplies && count > most;
    }
  }

  /**
   * Errors with the code {@code limit-exceeded}, each with an object that should take no part in a
   * translation: those that multiply to more than {@code most}, and if the others together count
   * for more than {@code mostTogether}, the largest of them. Services and Gateways list what they
   * make, and count only together with all.
   *
   * @param most what one may count for
   * @param mostTogether what all may count for
   */
  public static ImmutableList<Problem> check(MeshSnapshot mesh, long most, long mostTogether) {
    return of(mesh).problems(most, mostTogether);
  }

  /** What all objects of a mesh count for together: some such number of clusters for a proxy. */
  public static double count(MeshSnapshot mesh) {
    ObjectProducts products = of(mesh);
    return sum(products.ofServices()) + sum(products.ofConfiguration());
  }

  /** The errors of {@link #check}. */
  public ImmutableList<Problem> problems(long most, long mostTogether) {
    ImmutableList<Product> ofConfiguration = configuration.get();
    // Services are many, and what each counts for is seldom asked.
    boolean mayBeTooMuch = atMostOfServices() + sum(ofConfiguration) > mostTogether;
    ImmutableList<Product> products =
        mayBeTooMuch
            ? ImmutableList.<Product>builder().addAll(ofServices()).addAll(ofConfiguration).build()
            : ofConfiguration;
    ImmutableSet<ConfigKey> tooMuch =
        mayBeTooMuch ? beyondTogether(products, most, mostTogether) : ImmutableSet.of();
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    for (Product product : products) {
      if (product.isBeyond(most)) {
        problems.add(
            problem(product, "(expected: at most " + most + "; split the object, or raise"));
      } else if (tooMuch.contains(product.object())) {
        problems.add(
            problem(
                product,
                "(expected: at most "
                    + mostTogether
                    + " with all smaller objects; use smaller ones, or raise"));
      }
    }
    return problems.build();
  }

  /** At least what {@link #ofServices} count for together. */
  private double atMostOfServices() {
    return portsOfServices + endpoints / ENDPOINTS_OF_ONE;
  }

  private static double sum(ImmutableList<Product> products) {
    return products.stream().mapToDouble(Product::count).sum();
  }

  private ImmutableList<Product> ofServices() {
    return mesh.services().stream()
        .map(service -> list("Service", service.metadata(), "spec.ports", of(service)))
        .collect(toImmutableList());
  }

  private ImmutableList<Product> ofConfiguration() {
    ImmutableList.Builder<Product> products = ImmutableList.builder();
    for (ServiceEntry entry : mesh.serviceEntries()) {
      products.add(product("ServiceEntry", entry.metadata(), "spec.hosts", of(entry)));
    }
    for (DestinationRule rule : mesh.destinationRules()) {
      products.add(product("DestinationRule", rule.metadata(), "spec.subsets", of(rule)));
    }
    for (VirtualService rules : mesh.virtualServices()) {
      products.add(product("VirtualService", rules.metadata(), "spec.hosts", of(rules)));
    }
    for (Gateway gateway : mesh.gateways()) {
      double count = (double) gateway.servers().size() * OF_SERVER;
      products.add(list("Gateway", gateway.metadata(), "spec.servers", count));
    }
    return products.build();
  }

  private static Product product(String kind, ObjectMeta metadata, String path, double count) {
    return new Product(ConfigKey.of(kind, metadata), path, count, true);
  }

  private static Product list(String kind, ObjectMeta metadata, String path, double count) {
    return new Product(ConfigKey.of(kind, metadata), path, count, false);
  }

  /** The objects that are allowed alone, but exceed the sum after all smaller ones. */
  private ImmutableSet<ConfigKey> beyondTogether(
      ImmutableList<Product> products, long most, long mostTogether) {
    ImmutableSet.Builder<ConfigKey> beyond = ImmutableSet.builder();
    double sum = 0;
    for (Product product : ImmutableList.sortedCopyOf(SMALLEST_FIRST, products)) {
      if (!product.isBeyond(most)) {
        sum += product.count();
        if (sum > mostTogether) {
          beyond.add(product.object());
        }
      }
    }
    return beyond.build();
  }

  private static Problem problem(Product product, String expected) {
    return Problem.error(ProblemCode.LIMIT_EXCEEDED)
        .object(product.object())
        .path(product.path())
        .message(
            "multiplies to some "
                + (long) product.count()
                + " clusters, or what takes as much "
                + expected
                + " the bound)")
        .build();
  }

  private double of(Service service) {
    double own =
        endpointsOfHosts
            .get()
            .getOrDefault(new ConfigKey("", service.namespace(), service.hostname()), 0);
    return Math.max(service.ports().size(), own / ENDPOINTS_OF_ONE);
  }

  /** In floating point, because a product of lengths may be too much for a long. */
  private double of(ServiceEntry entry) {
    double of = entry.endpoints().size();
    if (selects(entry)) {
      of =
          workloads
              .get()
              .count(entry.metadata().namespace(), entry.workloadSelector().orElseThrow());
    }
    return atLeastOne(entry.hosts().size())
        * atLeastOne(entry.ports().size())
        * Math.max(atLeastOne(entry.addresses().size()), atLeastOne(of / ENDPOINTS_OF_ONE));
  }

  private static boolean selects(ServiceEntry entry) {
    return entry.workloadSelector().isPresent() && entry.endpoints().isEmpty();
  }

  private double of(DestinationRule rule) {
    return rule.subsets().size()
        * atLeastOne((double) ports.get().of(rule.host(), rule.metadata().namespace()));
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
    return places * routes / ROUTES_OF_ONE;
  }

  private static ImmutableList<String> gatewaysOf(VirtualService rules) {
    return rules.gateways().isEmpty() ? ImmutableList.of("mesh") : rules.gateways();
  }

  private double portsInMesh(VirtualService rules) {
    return rules.hosts().stream()
        .mapToDouble(
            host -> atLeastOne((double) ports.get().of(host, rules.metadata().namespace())))
        .sum();
  }

  private double serverPorts(VirtualService rules, String gateway) {
    int slash = gateway.indexOf('/');
    String namespace = slash < 0 ? rules.metadata().namespace() : gateway.substring(0, slash);
    return atLeastOne(
        (double)
            portsOfGateways
                .get()
                .getOrDefault(new ConfigKey("", namespace, gateway.substring(slash + 1)), 1L));
  }

  private static long ports(Gateway gateway) {
    return gateway.servers().stream()
        .mapToInt(server -> server.port().number().orElse(0))
        .distinct()
        .count();
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
        virtualServices
            .get()
            .get(
                new ConfigKey("", namespace.orElse(rules.metadata().namespace()), name.orElse("")));
    return delegate == null
        ? 1
        : ofDelegates.computeIfAbsent(
            delegate,
            rule -> atLeastOne(rule.http().stream().mapToDouble(ObjectProducts::own).sum()));
  }

  private static double own(HttpRoute route) {
    return atLeastOne(route.match().size()) * atLeastOne(route.route().size());
  }

  /** A count as a factor, at least 1. */
  private static double atLeastOne(double count) {
    return Math.max(1, count);
  }
}
