// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.DeclaredServer;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gateways that VirtualServices name: that they exist, accept the hosts, and speak the protocol of
 * the rules. Several Gateways may share the hosts of one VirtualService, so a host is fine if one
 * of them accepts it, or if the rules apply to sidecars as well.
 */
public final class GatewayReferenceAnalysis {
  private final ImmutableMap<String, Gateway> gateways;
  private final InactiveObjects inactive;
  private final ProblemSink problems;

  private GatewayReferenceAnalysis(
      ImmutableMap<String, Gateway> gateways, InactiveObjects inactive, ProblemSink problems) {
    this.gateways = gateways;
    this.inactive = inactive;
    this.problems = problems;
  }

  public static void run(MeshIndex mesh, ProblemSink problems) {
    ImmutableMap<String, Gateway> gateways =
        mesh.gateways().all().stream()
            .collect(
                toImmutableMap(
                    gateway -> gateway.metadata().namespace() + "/" + gateway.metadata().name(),
                    gateway -> gateway,
                    (first, second) -> first));
    GatewayReferenceAnalysis analysis =
        new GatewayReferenceAnalysis(gateways, InactiveObjects.of(mesh.snapshot()), problems);
    mesh.virtualServices().declared().forEach(analysis::check);
  }

  private void check(VirtualService virtualService) {
    FindingPlace spec = FindingPlace.spec("VirtualService", virtualService.metadata(), problems);
    checkMatches(virtualService, spec);
    List<DeclaredServer> taking = new ArrayList<>();
    boolean anyUnused = false;
    for (int i = 0; i < virtualService.gateways().size(); i++) {
      String name = virtualService.gateways().get(i);
      if (!name.equals(VirtualService.MESH_GATEWAY) && exists(name, spec.at("gateways").at(i))) {
        List<DeclaredServer> servers = serversFor(virtualService, name).toList();
        taking.addAll(servers);
        if (servers.isEmpty()) {
          anyUnused = true;
          reportUnused(virtualService, name, spec.at("gateways").at(i));
        }
      }
    }
    boolean forMesh =
        virtualService.gateways().isEmpty()
            || virtualService.gateways().contains(VirtualService.MESH_GATEWAY);
    boolean allKnown = virtualService.gateways().stream().noneMatch(inactive::mayBeGateway);
    if (!forMesh && !taking.isEmpty() && allKnown) {
      checkHosts(virtualService, taking, anyUnused, spec);
      checkProtocols(virtualService, taking, spec);
    }
  }

  private boolean exists(String name, FindingPlace place) {
    if (gateways.containsKey(name)) {
      return true;
    }
    if (inactive.mayBeGateway(name)) {
      return false;
    }
    String last = name.substring(name.indexOf('/') + 1);
    ImmutableSet<String> others =
        gateways.keySet().stream()
            .filter(known -> known.endsWith("/" + last))
            .collect(toImmutableSet());
    place.error(
        ProblemCode.UNKNOWN_GATEWAY,
        "gateway: "
            + name
            + " is not there (expected: "
            + (others.isEmpty() ? "a Gateway, or mesh" : String.join(" or ", others))
            + ")");
    return false;
  }

  private Stream<DeclaredServer> serversFor(VirtualService virtualService, String name) {
    return DeclaredServer.of(Objects.requireNonNull(gateways.get(name))).stream()
        .filter(server -> GatewayHosts.accepts(server, virtualService));
  }

  private void reportUnused(VirtualService virtualService, String name, FindingPlace place) {
    ImmutableSet<String> taken =
        Objects.requireNonNull(gateways.get(name)).servers().stream()
            .flatMap(server -> server.hosts().stream())
            .collect(toImmutableSet());
    place.warn(
        ProblemCode.HOST_NOT_IN_GATEWAY,
        "gateway: "
            + name
            + " takes none of the hosts from namespace "
            + virtualService.metadata().namespace()
            + " (expected: one of "
            + String.join(", ", taken)
            + ")");
  }

  private static void checkHosts(
      VirtualService virtualService,
      List<DeclaredServer> taking,
      boolean anyUnused,
      FindingPlace spec) {
    for (int i = 0; i < virtualService.hosts().size(); i++) {
      String host = virtualService.hosts().get(i);
      VirtualService alone = virtualService.toBuilder().hosts(host).build();
      if (taking.stream().noneMatch(server -> GatewayHosts.accepts(server, alone))) {
        spec.at("hosts")
            .at(i)
            .warn(
                ProblemCode.HOST_NOT_IN_GATEWAY,
                "host: "
                    + host
                    + " (expected: one that "
                    + (anyUnused ? "one of the gateways takes" : "the gateway takes")
                    + ")");
      }
    }
  }

  private static void checkProtocols(
      VirtualService virtualService, List<DeclaredServer> taking, FindingPlace spec) {
    if (!virtualService.http().isEmpty()
        && taking.stream().noneMatch(s -> s.isPlainHttp() || s.terminatesHttps())) {
      mismatch(spec.at("http"), "HTTP, or HTTPS that it terminates");
    }
    if (!virtualService.tls().isEmpty()
        && taking.stream().noneMatch(s -> s.isPassthrough() && !s.isAutoPassthrough())) {
      mismatch(spec.at("tls"), "TLS or HTTPS in mode PASSTHROUGH");
    }
    if (!virtualService.tcp().isEmpty()
        && taking.stream()
            .allMatch(s -> s.isPlainHttp() || s.terminatesHttps() || s.isPassthrough())) {
      mismatch(spec.at("tcp"), "TCP, or TLS that it terminates");
    }
  }

  private static void mismatch(FindingPlace place, String expected) {
    place.warn(
        ProblemCode.PROTOCOL_MISMATCH,
        "never used, no server with these hosts takes such traffic (expected: a server of protocol "
            + expected
            + ")");
  }

  private void checkMatches(VirtualService virtualService, FindingPlace spec) {
    ImmutableSet<String> own =
        virtualService.gateways().isEmpty()
            ? ImmutableSet.of(VirtualService.MESH_GATEWAY)
            : ImmutableSet.copyOf(virtualService.gateways());
    Optional<ImmutableSet<String>> allowed =
        virtualService.hosts().isEmpty() ? Optional.empty() : Optional.of(own);
    for (int i = 0; i < virtualService.http().size(); i++) {
      var matches = virtualService.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        checkMatch(matches.get(j).gateways(), allowed, spec.at("http").at(i).at("match").at(j));
      }
    }
    for (int i = 0; i < virtualService.tls().size(); i++) {
      var matches = virtualService.tls().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        checkMatch(matches.get(j).gateways(), allowed, spec.at("tls").at(i).at("match").at(j));
      }
    }
    for (int i = 0; i < virtualService.tcp().size(); i++) {
      var matches = virtualService.tcp().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        checkMatch(matches.get(j).gateways(), allowed, spec.at("tcp").at(i).at("match").at(j));
      }
    }
  }

  private void checkMatch(
      ImmutableList<String> named, Optional<ImmutableSet<String>> allowed, FindingPlace match) {
    boolean allThere = true;
    for (int i = 0; i < named.size(); i++) {
      allThere &=
          named.get(i).equals(VirtualService.MESH_GATEWAY)
              || exists(named.get(i), match.at("gateways").at(i));
    }
    if (allThere
        && allowed.isPresent()
        && !named.isEmpty()
        && named.stream().noneMatch(name -> allowed.get().contains(name))) {
      match
          .at("gateways")
          .warn(
              ProblemCode.UNREACHABLE,
              "never matches, gateways: "
                  + String.join(", ", named)
                  + " (expected: one of spec.gateways, "
                  + String.join(" or ", allowed.get())
                  + ")");
    }
  }
}
