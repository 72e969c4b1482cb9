// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Percent;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Mirror;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A destination of a VirtualService, mirrors included, or a setting that names a service which a
 * proxy itself calls.
 *
 * @param place where it is written
 * @param form how its fields are called
 * @param destination the destination, its host in full
 * @param onlyFrom the namespaces of the proxies that the rule is for; empty for all
 * @param idle whether it gets no traffic at all, as its weight or percentage is 0, so that proxies
 *     are not told of it
 */
record PlacedDestination(
    FindingPlace place,
    Form form,
    Destination destination,
    ImmutableSet<String> onlyFrom,
    boolean idle) {

  /** Kinds of destinations, whose fields have different names. */
  enum Form {
    /** A destination of a rule. */
    DESTINATION("host", "port.number"),
    /** The service of an extension provider. */
    PROVIDER("service", "port"),
    /** The service that Envoy fetches keys from. */
    KEYS("jwksUri", "jwksUri");

    private final String hostField;
    private final String portField;

    Form(String hostField, String portField) {
      this.hostField = hostField;
      this.portField = portField;
    }
  }

  /** A destination that is no part of a rule and gets traffic of all proxies. */
  PlacedDestination(FindingPlace place, Destination destination) {
    this(place, destination, ImmutableSet.of(), false);
  }

  private PlacedDestination(
      FindingPlace place, Destination destination, ImmutableSet<String> onlyFrom, boolean idle) {
    this(place, Form.DESTINATION, destination, onlyFrom, idle);
  }

  /** The place of the host. */
  FindingPlace host() {
    return place.at(form.hostField);
  }

  /** The place of the port number. */
  FindingPlace port() {
    return place.at(form.portField);
  }

  /** All destinations of a VirtualService. */
  static ImmutableList<PlacedDestination> of(VirtualService virtualService, FindingPlace spec) {
    return ImmutableList.<PlacedDestination>builder()
        .addAll(ofHttp(virtualService, spec))
        .addAll(ofTls(virtualService, spec))
        .addAll(ofTcp(virtualService, spec))
        .build();
  }

  /** The destinations of HTTP rules. */
  static ImmutableList<PlacedDestination> ofHttp(VirtualService virtualService, FindingPlace spec) {
    ImmutableList.Builder<PlacedDestination> found = ImmutableList.builder();
    for (int i = 0; i < virtualService.http().size(); i++) {
      ofHttp(virtualService.http().get(i), spec.at("http").at(i), found);
    }
    return found.build();
  }

  /** The destinations of TLS rules. */
  static ImmutableList<PlacedDestination> ofTls(VirtualService virtualService, FindingPlace spec) {
    ImmutableList.Builder<PlacedDestination> found = ImmutableList.builder();
    for (int i = 0; i < virtualService.tls().size(); i++) {
      ofRoutes(virtualService.tls().get(i).route(), spec.at("tls").at(i), found);
    }
    return found.build();
  }

  /** The destinations of TCP rules. */
  static ImmutableList<PlacedDestination> ofTcp(VirtualService virtualService, FindingPlace spec) {
    ImmutableList.Builder<PlacedDestination> found = ImmutableList.builder();
    for (int i = 0; i < virtualService.tcp().size(); i++) {
      ofRoutes(virtualService.tcp().get(i).route(), spec.at("tcp").at(i), found);
    }
    return found.build();
  }

  private static void ofHttp(
      HttpRoute rule, FindingPlace place, ImmutableList.Builder<PlacedDestination> found) {
    ImmutableSet<String> onlyFrom = onlyFrom(rule);
    for (int i = 0; i < rule.route().size(); i++) {
      found.add(
          new PlacedDestination(
              place.at("route").at(i).at("destination"),
              rule.route().get(i).destination(),
              onlyFrom,
              hasNoShare(rule.route().size(), rule.route().get(i).weight())));
    }
    rule.mirror()
        .ifPresent(
            mirror ->
                found.add(
                    new PlacedDestination(
                        place.at("mirror"), mirror, onlyFrom, mirrorsNothing(rule))));
    for (int i = 0; i < rule.mirrors().size(); i++) {
      Mirror mirror = rule.mirrors().get(i);
      found.add(
          new PlacedDestination(
              place.at("mirrors").at(i).at("destination"),
              mirror.destination(),
              onlyFrom,
              isZero(mirror.percentage())));
    }
  }

  /** One destination alone gets all traffic, whatever its weight. */
  private static boolean hasNoShare(int destinations, OptionalInt weight) {
    return destinations > 1 && weight.orElse(0) == 0;
  }

  /** The newer of the two fields counts if it is there. */
  private static boolean mirrorsNothing(HttpRoute rule) {
    return rule.mirrorPercentage().isPresent()
        ? isZero(rule.mirrorPercentage())
        : rule.mirrorPercent().orElse(1) == 0;
  }

  private static boolean isZero(Optional<Percent> percentage) {
    return percentage.filter(percent -> percent.value() <= 0).isPresent();
  }

  private static void ofRoutes(
      ImmutableList<RouteDestination> routes,
      FindingPlace place,
      ImmutableList.Builder<PlacedDestination> found) {
    for (int i = 0; i < routes.size(); i++) {
      found.add(
          new PlacedDestination(
              place.at("route").at(i).at("destination"),
              routes.get(i).destination(),
              ImmutableSet.of(),
              hasNoShare(routes.size(), routes.get(i).weight())));
    }
  }

  /**
   * The source namespaces if every match names one; a match with gateways applies to proxies of any
   * namespace.
   */
  private static ImmutableSet<String> onlyFrom(HttpRoute rule) {
    boolean all =
        !rule.match().isEmpty()
            && rule.match().stream()
                .allMatch(m -> m.sourceNamespace().isPresent() && m.gateways().isEmpty());
    return all
        ? rule.match().stream()
            .map(HttpMatch::sourceNamespace)
            .flatMap(Optional::stream)
            .collect(toImmutableSet())
        : ImmutableSet.of();
  }
}
