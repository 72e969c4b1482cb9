// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.problem.Problem;
import io.rutter.model.security.MutualTls;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Takes out of a mesh what a finding says has no effect. */
final class WithoutFinding {
  private WithoutFinding() {}

  /** The mesh without the whole object. */
  static MeshSnapshot object(MeshSnapshot mesh, ConfigKey key) {
    return mesh.toBuilder()
        .virtualServices(others(mesh.virtualServices(), v -> v.metadata(), "VirtualService", key))
        .destinationRules(
            others(mesh.destinationRules(), d -> d.metadata(), "DestinationRule", key))
        .gateways(others(mesh.gateways(), g -> g.metadata(), "Gateway", key))
        .sidecars(others(mesh.sidecars(), s -> s.metadata(), "Sidecar", key))
        .peerAuthentications(
            others(mesh.peerAuthentications(), p -> p.metadata(), "PeerAuthentication", key))
        .authorizationPolicies(
            others(mesh.authorizationPolicies(), p -> p.metadata(), "AuthorizationPolicy", key))
        .requestAuthentications(
            others(mesh.requestAuthentications(), p -> p.metadata(), "RequestAuthentication", key))
        .build();
  }

  private static <T> List<T> others(
      List<T> all, Function<T, ObjectMeta> metadata, String kind, ConfigKey key) {
    return all.stream()
        .filter(value -> !ConfigKey.of(kind, metadata.apply(value)).equals(key))
        .toList();
  }

  static MeshSnapshot trafficPolicy(MeshSnapshot mesh, ConfigKey key) {
    return mesh.toBuilder()
        .destinationRules(
            mesh.destinationRules().stream()
                .map(
                    rule ->
                        ConfigKey.of("DestinationRule", rule.metadata()).equals(key)
                            ? withoutPolicy(rule)
                            : rule)
                .toList())
        .build();
  }

  private static DestinationRule withoutPolicy(DestinationRule rule) {
    DestinationRule.Builder builder =
        DestinationRule.builder()
            .metadata(rule.metadata())
            .host(rule.host())
            .subsets(rule.subsets())
            .exportTo(rule.exportTo());
    rule.workloadSelector().ifPresent(builder::workloadSelector);
    return builder.build();
  }

  /** The mesh with another VirtualService in the place of one, or without it. */
  static MeshSnapshot changed(
      MeshSnapshot mesh, ConfigKey key, UnaryOperator<Optional<VirtualService>> change) {
    return mesh.toBuilder()
        .virtualServices(
            mesh.virtualServices().stream()
                .flatMap(
                    value ->
                        ConfigKey.of("VirtualService", value.metadata()).equals(key)
                            ? change.apply(Optional.of(value)).stream()
                            : Optional.of(value).stream())
                .toList())
        .build();
  }

  /** Without one of its gateways; without any there is nothing left of it. */
  static Optional<VirtualService> gateway(VirtualService value, int index) {
    List<String> gateways = without(value.gateways(), index);
    return gateways.isEmpty()
        ? Optional.empty()
        : Optional.of(value.toBuilder().gateways(gateways).build());
  }

  static Optional<VirtualService> host(VirtualService value, int index) {
    return Optional.of(value.toBuilder().hosts(without(value.hosts(), index)).build());
  }

  /** Without a match of an http rule, or without the rule if it has no other. */
  static Optional<VirtualService> match(VirtualService value, int rule, int match) {
    HttpRoute route = value.http().get(rule);
    List<HttpRoute> rules = new ArrayList<>(value.http());
    List<HttpMatch> matches = without(route.match(), match);
    if (matches.isEmpty()) {
      rules.remove(rule);
    } else {
      rules.set(rule, route.toBuilder().match(matches).build());
    }
    return Optional.of(value.toBuilder().http(rules).build());
  }

  /** Without a gateway of a match of an http rule, or without the match if it names no other. */
  static Optional<VirtualService> matchGateway(
      VirtualService value, int rule, int match, int gateway) {
    HttpRoute route = value.http().get(rule);
    List<String> gateways = without(route.match().get(match).gateways(), gateway);
    if (gateways.isEmpty()) {
      return match(value, rule, match);
    }
    List<HttpMatch> matches = new ArrayList<>(route.match());
    matches.set(match, matches.get(match).toBuilder().gateways(gateways).build());
    List<HttpRoute> rules = new ArrayList<>(value.http());
    rules.set(rule, route.toBuilder().match(matches).build());
    return Optional.of(value.toBuilder().http(rules).build());
  }

  /** A ServiceEntry with another protocol of one of its ports. */
  static ServiceEntry protocol(ServiceEntry entry, int index, Protocol protocol) {
    List<ServiceEntryPort> ports = new ArrayList<>(entry.ports());
    ports.set(index, ports.get(index).toBuilder().protocol(protocol).build());
    return entry.toBuilder().ports(ports).build();
  }

  /** A PeerAuthentication without its mode for one port. */
  static PeerAuthentication portLevelMtls(PeerAuthentication policy, String port) {
    Map<String, MutualTls> ports = new LinkedHashMap<>(policy.portLevelMtls());
    ports.remove(port);
    return policy.toBuilder().portLevelMtls(ports).build();
  }

  static ConfigKey key(Problem finding) {
    return finding.object().orElseThrow();
  }

  static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }
}
