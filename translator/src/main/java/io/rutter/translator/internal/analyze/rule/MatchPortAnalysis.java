// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.PortList;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.DeclaredServer;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.host.HostMatching;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Matches of VirtualServices on a port that is none of those on which their proxies have the hosts:
 * of services for sidecars, of servers for gateways. Not reported where no service or server has
 * the hosts at all, or where something that is not translated may have them; for delegates, whose
 * hosts are those of others; and for port 80 of sidecars, which have every host there. Istio
 * document: Virtual Service, {@code port} of the matches.
 */
public final class MatchPortAnalysis {
  private static final String KIND = "VirtualService";
  private static final int PORT_OF_ALL_HOSTS = 80;

  private final ImmutableListMultimap<String, DeclaredServer> servers;
  private final InactiveObjects inactive;
  private final VirtualService rules;
  private final ImmutableList<String> gateways;
  private final ImmutableList<Service> services;

  /** By gateway, since many matches name the same few. */
  private final Map<String, ImmutableSet<Integer>> serverPorts = new HashMap<>();

  private MatchPortAnalysis(
      MeshIndex mesh,
      ImmutableListMultimap<String, DeclaredServer> servers,
      InactiveObjects inactive,
      VirtualService rules) {
    this.servers = servers;
    this.inactive = inactive;
    this.rules = rules;
    this.gateways =
        rules.gateways().isEmpty()
            ? ImmutableList.of(VirtualService.MESH_GATEWAY)
            : rules.gateways();
    this.services =
        mesh.services().all().stream()
            .filter(service -> isAny(rules.hosts(), service.hostname()))
            .collect(toImmutableList());
  }

  private static boolean isAny(ImmutableList<String> hosts, String service) {
    return hosts.stream().anyMatch(host -> HostMatching.overlap(Ascii.toLowerCase(host), service));
  }

  public static void run(MeshIndex mesh, ProblemSink problems) {
    ImmutableListMultimap<String, DeclaredServer> servers =
        mesh.gateways().all().stream()
            .flatMap(gateway -> DeclaredServer.of(gateway).stream())
            .collect(toImmutableListMultimap(DeclaredServer::gatewayName, server -> server));
    InactiveObjects inactive = InactiveObjects.of(mesh.snapshot());
    for (VirtualService rules : mesh.virtualServices().declared()) {
      if (!rules.hosts().isEmpty() && matchesPorts(rules)) {
        new MatchPortAnalysis(mesh, servers, inactive, rules)
            .check(FindingPlace.spec(KIND, rules.metadata(), problems));
      }
    }
  }

  private static boolean matchesPorts(VirtualService rules) {
    return rules.http().stream()
            .flatMap(rule -> rule.match().stream())
            .anyMatch(match -> match.port().isPresent())
        || rules.tls().stream()
            .flatMap(rule -> rule.match().stream())
            .anyMatch(match -> match.port().isPresent())
        || rules.tcp().stream()
            .flatMap(rule -> rule.match().stream())
            .anyMatch(match -> match.port().isPresent());
  }

  private void check(FindingPlace spec) {
    for (int i = 0; i < rules.http().size(); i++) {
      if (rules.http().get(i).delegate().isPresent()) {
        continue;
      }
      var matches = rules.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        var match = matches.get(j);
        check(match.port(), match.gateways(), true, spec.at("http").at(i).at("match").at(j));
      }
    }
    for (int i = 0; i < rules.tls().size(); i++) {
      var matches = rules.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        var match = matches.get(j);
        check(match.port(), match.gateways(), false, spec.at("tls").at(i).at("match").at(j));
      }
    }
    for (int i = 0; i < rules.tcp().size(); i++) {
      var matches = rules.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        var match = matches.get(j);
        check(match.port(), match.gateways(), false, spec.at("tcp").at(i).at("match").at(j));
      }
    }
  }

  private void check(
      OptionalInt port, ImmutableList<String> named, boolean http, FindingPlace match) {
    if (port.orElse(0) == 0) {
      return;
    }
    Set<Integer> known = new TreeSet<>();
    for (String gateway : gateways) {
      if (!named.isEmpty() && !named.contains(gateway)) {
        continue;
      }
      boolean certain =
          gateway.equals(VirtualService.MESH_GATEWAY)
              ? addServicePorts(http, port.getAsInt(), known)
              : addServerPorts(gateway, known);
      if (!certain) {
        return;
      }
    }
    if (!known.isEmpty() && !known.contains(port.getAsInt())) {
      match
          .at("port")
          .warn(
              ProblemCode.UNKNOWN_PORT,
              "port: "
                  + port.getAsInt()
                  + " never matches (expected: one on which proxies have the hosts, "
                  + PortList.of(known)
                  + ")");
    }
  }

  /** Adds the ports on which sidecars may have the hosts, or returns false if others may exist. */
  private boolean addServicePorts(boolean http, int wanted, Set<Integer> known) {
    if (services.isEmpty()
        || (http && wanted == PORT_OF_ALL_HOSTS)
        || rules.hosts().stream().anyMatch(inactive::mayHaveHostOf)) {
      return false;
    }
    for (Service service : services) {
      if (service.aliasOf().isPresent() || service.ports().isEmpty()) {
        return false;
      }
      for (ServicePort port : service.ports()) {
        if (!http || port.protocol().isHttp() || port.protocol().isUnsupported()) {
          known.add(port.number());
        }
      }
    }
    return true;
  }

  /** Adds the ports of the servers that accept the hosts; false if nothing is known of these. */
  private boolean addServerPorts(String gateway, Set<Integer> known) {
    ImmutableSet<Integer> ports = serverPorts.computeIfAbsent(gateway, this::serverPorts);
    known.addAll(ports);
    return !ports.isEmpty() && !inactive.mayBeGateway(gateway);
  }

  private ImmutableSet<Integer> serverPorts(String gateway) {
    return servers.get(gateway).stream()
        .filter(server -> GatewayHosts.accepts(server, rules))
        .map(DeclaredServer::port)
        .collect(toImmutableSet());
  }
}
