// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Findings about destinations whose cluster some proxy does not get, merged over all proxies. */
final class MissingDestinations {
  /** Places that were reported before as destinations for which no proxy has a cluster. */
  private final ImmutableSortedSet<String> said;

  /** By place and kind of finding the details that differ between proxies: ports or namespaces. */
  private final Map<Finding, TreeSet<String>> found = new TreeMap<>(Finding.ORDER);

  MissingDestinations(List<Problem> before) {
    this.said =
        before.stream()
            .filter(problem -> problem.severity() != Severity.NOTE)
            .map(problem -> problem.object().map(ConfigKey::toString).orElse("") + problem.path())
            .collect(toImmutableSortedSet(naturalOrder()));
  }

  /**
   * A finding.
   *
   * @param place where it is
   * @param before the message before the list of details
   * @param after the message after the list
   */
  private record Finding(
      FindingPlace place, Severity severity, ProblemCode code, String before, String after) {
    static final Comparator<Finding> ORDER =
        Comparator.comparing((Finding finding) -> finding.place.object())
            .thenComparing(finding -> finding.place.path())
            .thenComparing(Finding::code)
            .thenComparing(Finding::before)
            .thenComparing(Finding::after);
  }

  private void add(
      PlacedDestination written,
      FindingPlace place,
      ProblemCode code,
      String before,
      String after) {
    add(written, place, Severity.WARNING, code, before, "", after);
  }

  private void add(
      PlacedDestination written,
      FindingPlace place,
      Severity severity,
      ProblemCode code,
      String before,
      String differing,
      String after) {
    FindingPlace at = written.place();
    String start = at.object() + at.path() + ".";
    String next = said.ceiling(start);
    if (next == null || !next.startsWith(start)) {
      found
          .computeIfAbsent(new Finding(place, severity, code, before, after), k -> new TreeSet<>())
          .add(differing);
    }
  }

  void unknownHost(ImmutableList<PlacedDestination> written, OutboundClusterName wanted) {
    for (PlacedDestination each : written) {
      add(
          each,
          each.host(),
          Severity.ERROR,
          ProblemCode.UNKNOWN_HOST,
          "host: " + wanted.host() + " is no service",
          "",
          " (expected: the host of a service)");
    }
  }

  void unknownPort(
      ImmutableList<PlacedDestination> written,
      OutboundClusterName wanted,
      ImmutableList<Service> services) {
    String ports =
        services.stream()
            .flatMap(service -> service.ports().stream())
            .filter(port -> port.protocol() != Protocol.UDP)
            .map(ServicePort::number)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(joining(" or "));
    for (PlacedDestination each : written) {
      if (each.destination().port().isPresent()) {
        add(
            each,
            each.port(),
            Severity.ERROR,
            ProblemCode.UNKNOWN_PORT,
            "port: " + wanted.port(),
            "",
            " (expected: " + ports + " of " + wanted.host() + ")");
      } else {
        add(
            each,
            each.place(),
            Severity.WARNING,
            ProblemCode.UNKNOWN_PORT,
            "port: none, which means that of the listener, and " + wanted.host() + " has no port ",
            String.valueOf(wanted.port()),
            " (expected: " + ports + ")");
      }
    }
  }

  void portOfOther(
      ImmutableList<PlacedDestination> written, OutboundClusterName wanted, Service winner) {
    for (PlacedDestination each : written) {
      add(
          each,
          each.host(),
          ProblemCode.CONFLICT,
          "host: " + wanted.host() + " has no cluster for port " + wanted.port(),
          " (expected: a port of " + key(winner) + ", which goes before the service that has it)");
    }
  }

  /** Reports a destination of a proxy that the mesh names. */
  void hidden(
      ImmutableList<PlacedDestination> written,
      OutboundClusterName wanted,
      Proxy proxy,
      SidecarScope scope) {
    String importer =
        scope
            .sidecar()
            .map(Sidecar::metadata)
            .map(metadata -> ConfigKey.of("Sidecar", metadata).toString())
            .orElse("exportTo of the service");
    for (PlacedDestination each : written) {
      add(
          each,
          each.host(),
          Severity.WARNING,
          ProblemCode.HIDDEN_HOST,
          "host: port " + wanted.port() + " of " + wanted.host() + " is not there for proxies of ",
          proxy.namespace(),
          " (expected: in " + importer + ")");
    }
  }

  /** Reports a destination of a proxy that the mesh names. */
  void unknownSubset(
      ImmutableList<PlacedDestination> written, OutboundClusterName wanted, Proxy proxy) {
    for (PlacedDestination each : written) {
      add(
          each,
          each.place().at("subset"),
          Severity.WARNING,
          ProblemCode.UNKNOWN_SUBSET,
          "subset: " + wanted.subset() + " is not there for proxies of ",
          proxy.namespace(),
          " (expected: a DestinationRule that they get for " + wanted.host() + ")");
    }
  }

  /** Host names of requests are resolved for some protocols only, and have no subsets. */
  void notLookedUp(
      ImmutableList<PlacedDestination> written, Service service, OutboundClusterName wanted) {
    if (!wanted.subset().isEmpty()) {
      for (PlacedDestination each : written) {
        add(
            each,
            each.place().at("subset"),
            ProblemCode.NOT_TRANSLATED,
            "subset: " + wanted.subset(),
            " (expected: none, as " + key(service) + " has resolution DYNAMIC_DNS)");
      }
      return;
    }
    for (int i = 0; i < service.ports().size(); i++) {
      ServicePort port = service.ports().get(i);
      if (port.number() == wanted.port()) {
        FindingPlace place =
            FindingPlace.spec(service.sourceKind(), service.metadata(), problem -> {});
        found.computeIfAbsent(
            new Finding(
                place.at("ports").at(i),
                Severity.WARNING,
                ProblemCode.NOT_TRANSLATED,
                "protocol: " + port.protocol().displayName() + " has no cluster",
                " (expected: HTTP, HTTP2, GRPC or TLS with resolution DYNAMIC_DNS)"),
            k -> new TreeSet<>());
      }
    }
  }

  /** A DNS cluster without a name to resolve. */
  void noEndpoints(Service service) {
    String field = service.selector().isEmpty() ? "endpoints" : "workloadSelector";
    FindingPlace at =
        FindingPlace.spec(service.sourceKind(), service.metadata(), problem -> {}).at(field);
    if (said.contains(at.object() + at.path())) {
      return;
    }
    found.computeIfAbsent(
        new Finding(
            at,
            Severity.WARNING,
            ProblemCode.SELECTS_NOTHING,
            "no endpoint of " + service.hostname() + ", so that it has no cluster",
            " (expected: one, as there is a name to look up)"),
        k -> new TreeSet<>());
  }

  /** Routes have hosts in lower case, clusters have them as written. */
  void upperCase(Service service) {
    FindingPlace spec = FindingPlace.spec(service.sourceKind(), service.metadata(), problem -> {});
    found.computeIfAbsent(
        new Finding(
            spec.at("hosts"),
            Severity.WARNING,
            ProblemCode.UNKNOWN_HOST,
            "host: " + service.hostname() + " has no cluster for its routes",
            " (expected: " + Ascii.toLowerCase(service.hostname()) + ", as they have it)"),
        k -> new TreeSet<>());
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }

  void report(ProblemSink problems) {
    found.forEach(
        (finding, differing) ->
            problems.report(
                Problem.builder(finding.severity(), finding.code())
                    .object(finding.place().object())
                    .path(finding.place().path())
                    .message(finding.before() + String.join(", ", differing) + finding.after())
                    .build()));
  }
}
