// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.check.MissingCluster;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Clusters that listeners and routes of a proxy name and that the proxy does not get, for whatever
 * reason. They are read from translated resources, so that no way of naming a cluster is
 * overlooked; the reason is then looked up in the index. Destinations that {@link
 * DestinationAnalysis} reports are not reported again.
 */
public final class MissingClusterAnalysis {
  /**
   * The route configuration in which sidecars have the rules of VirtualServices even if no service
   * has the port.
   */
  private static final String HTTP_ROUTES = "80";

  /** Prefix of the clusters that gateways choose by server name. */
  private static final String SNI = "outbound_.";

  /**
   * At least this many proxies that the mesh does not name are checked, however large the mesh is.
   */
  private static final int FEWEST_EXAMPLES = 10;

  /** Objects times proxies that nobody names, which bounds the work on thousands of both. */
  private static final int MOST_LOOKED_AT = 100_000;

  /** The same of proxies that the mesh names. */
  private static final int FEWEST_NAMED = 50;

  private static final int MOST_LOOKED_AT_NAMED = 1_000_000;

  private final MeshIndex mesh;
  private final InactiveObjects inactive;
  private final DeclaredPorts ports;
  private final DestinationsByCluster destinations;
  private final MissingDestinations findings;
  private final LostPorts lostPorts;
  private final ProblemSink problems;

  private MissingClusterAnalysis(
      MeshIndex mesh, ImmutableList<Problem> found, ProblemSink problems) {
    this.mesh = mesh;
    this.inactive = InactiveObjects.of(mesh.snapshot());
    this.ports = new DeclaredPorts(mesh.services());
    this.destinations = new DestinationsByCluster(mesh, problems);
    this.findings = new MissingDestinations(found);
    this.lostPorts = new LostPorts();
    this.problems = problems;
  }

  /**
   * Checks the resources of example proxies.
   *
   * @param missing the clusters that a proxy does not get
   * @param found what was found before
   */
  public static void run(
      MeshIndex mesh,
      ImmutableSet<String> namespaces,
      Function<Proxy, ImmutableSet<MissingCluster>> missing,
      ImmutableList<Problem> found,
      ProblemSink problems) {
    MissingClusterAnalysis analysis = new MissingClusterAnalysis(mesh, found, problems);
    for (ExampleProxies.Example example :
        looked(mesh, ExampleProxies.of(mesh, namespaces), problems)) {
      ImmutableSet<MissingCluster> ofProxy = missing.apply(example.proxy());
      if (!ofProxy.isEmpty()) {
        SidecarScope scope = mesh.sidecars().scope(example.proxy());
        Supplier<SeenPorts> seen =
            Suppliers.memoize(() -> new SeenPorts(example.proxy(), scope, mesh.services()))::get;
        ofProxy.forEach(cluster -> analysis.explain(example, scope, seen, cluster));
      }
    }
    analysis.lostPorts.report(problems);
    analysis.findings.report(problems);
  }

  /**
   * As many as a large mesh leaves time for, those that it names first. A note says how many of
   * these are left out.
   */
  private static Iterable<ExampleProxies.Example> looked(
      MeshIndex mesh, ImmutableList<ExampleProxies.Example> examples, ProblemSink problems) {
    int objects =
        mesh.services().all().size()
            + mesh.snapshot().virtualServices().size()
            + mesh.snapshot().gateways().stream().mapToInt(g -> g.servers().size()).sum();
    int named = Math.max(FEWEST_NAMED, MOST_LOOKED_AT_NAMED / (100 + objects));
    int others = Math.max(FEWEST_EXAMPLES, MOST_LOOKED_AT / (100 + objects));
    ImmutableList<ExampleProxies.Example> ofMesh =
        examples.stream().filter(ExampleProxies.Example::named).collect(toImmutableList());
    if (ofMesh.size() > named) {
      Proxy first = ofMesh.get(named).proxy();
      new FindingPlace(new ConfigKey("Proxy", first.namespace(), first.name()), "spec", problems)
          .note(
              ProblemCode.LIMIT_EXCEEDED,
              "the clusters of this proxy and %d more are not checked (expected: at most %d proxies that differ in a mesh of this size)"
                  .formatted(ofMesh.size() - named - 1, named));
    }
    return Iterables.concat(
        ofMesh.subList(0, Math.min(named, ofMesh.size())),
        Iterables.limit(Iterables.filter(examples, example -> !example.named()), others));
  }

  private void explain(
      ExampleProxies.Example example,
      SidecarScope scope,
      Supplier<SeenPorts> seen,
      MissingCluster missing) {
    Optional<OutboundClusterName> name = OutboundClusterName.parse(missing.cluster());
    if (name.isEmpty()) {
      unexplained(example, missing);
      return;
    }
    ImmutableList<PlacedDestination> written =
        destinations.of(example.proxy(), scope, missing, name.get());
    if (!written.isEmpty() && isNeverCalled(example.proxy(), missing)) {
      return;
    }
    OutboundClusterName wanted = name.get();
    if (inactive.mayHaveHost(wanted.host())
        || written.stream().anyMatch(each -> inactive.mayHaveHost(each.destination().host()))) {
      return;
    }
    Optional<Service> service = scope.service(wanted.host());
    if (ports.services(wanted.host()).isEmpty()) {
      findings.unknownHost(written, wanted);
      mesh.services().all().stream()
          .filter(each -> Ascii.equalsIgnoreCase(each.hostname(), wanted.host()))
          .forEach(findings::upperCase);
    } else if (!ports.have(wanted.host(), wanted.port())) {
      findings.unknownPort(written, wanted, ports.services(wanted.host()));
    } else if (service.filter(each -> DeclaredPorts.has(each, wanted.port())).isPresent()) {
      noClusterOfPort(example, service.get(), written, wanted, missing);
    } else {
      portIsElsewhere(example, scope, seen, service, written, wanted, missing);
    }
  }

  /** The service that the proxy sees lacks the port, or the proxy sees no service of the host. */
  private void portIsElsewhere(
      ExampleProxies.Example example,
      SidecarScope scope,
      Supplier<SeenPorts> seen,
      Optional<Service> service,
      ImmutableList<PlacedDestination> written,
      OutboundClusterName wanted,
      MissingCluster missing) {
    Optional<Service> loser = seen.get().service(wanted.host(), wanted.port());
    if (service.isPresent() && loser.isPresent()) {
      boolean hasListener = example.proxy().type() == ProxyType.SIDECAR;
      lostPorts.add(
          ports.declared(service.get()), ports.declared(loser.get()), wanted.port(), hasListener);
      findings.portOfOther(written, wanted, service.get());
    } else if (!written.isEmpty()) {
      if (example.named()) {
        findings.hidden(written, wanted, example.proxy(), scope);
      }
    } else {
      unexplained(example, missing);
    }
  }

  /** The service has the port and yet no cluster. */
  private void noClusterOfPort(
      ExampleProxies.Example example,
      Service service,
      ImmutableList<PlacedDestination> written,
      OutboundClusterName wanted,
      MissingCluster missing) {
    if (service.resolution() == ServiceResolution.DYNAMIC_DNS) {
      findings.notLookedUp(written, ports.declared(service), wanted);
    } else if (isDns(service) && missing.cluster().startsWith(SNI)) {
      // Only endpoints that accept mutual TLS count there; having none is no fault.
      return;
    } else if (isDns(service) && noEndpoints(service, wanted.port())) {
      if (knowsWorkloads(service)) {
        findings.noEndpoints(service);
      }
    } else if (!wanted.subset().isEmpty()) {
      if (example.named() && !inactive.mayHaveSubset(wanted.host(), wanted.subset())) {
        findings.unknownSubset(written, wanted, example.proxy());
      }
    } else {
      unexplained(example, missing);
    }
  }

  private boolean knowsWorkloads(Service service) {
    boolean knowsSome =
        !mesh.snapshot().workloads().isEmpty() || !mesh.snapshot().workloadEntries().isEmpty();
    return knowsSome && !inactive.mayHaveLabels(service.namespace()::equals, service.selector());
  }

  private static boolean isDns(Service service) {
    return service.resolution() == ServiceResolution.DNS
        || service.resolution() == ServiceResolution.DNS_ROUND_ROBIN;
  }

  private boolean noEndpoints(Service service, int number) {
    return service.ports().stream()
        .filter(port -> port.number() == number)
        .allMatch(port -> mesh.endpoints().endpointsByPortNumber(service, port).isEmpty());
  }

  /**
   * Sidecars have the rules of a VirtualService on port 80 even if none of its hosts is a service
   * with that port; nothing says that such hosts are called on that port.
   */
  private boolean isNeverCalled(Proxy proxy, MissingCluster missing) {
    return proxy.type() == ProxyType.SIDECAR
        && missing.resource().equals(HTTP_ROUTES)
        && !ports.have(missing.host(), 80);
  }

  /** No known reason applies; the finding is certain only for a proxy that the mesh names. */
  private void unexplained(ExampleProxies.Example example, MissingCluster missing) {
    if (example.named()) {
      problems.report(
          Problem.warning(ProblemCode.UNRESOLVED_REFERENCE)
              .object(new ConfigKey("Proxy", example.proxy().namespace(), example.proxy().name()))
              .message(
                  missing.resource()
                      + ": "
                      + missing.cluster()
                      + " is no cluster of the proxy (expected: one that it gets)")
              .build());
    }
  }
}
