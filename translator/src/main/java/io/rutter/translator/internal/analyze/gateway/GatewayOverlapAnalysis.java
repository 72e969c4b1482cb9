// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.DeclaredServer;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.host.OverlappingHosts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Rules of VirtualServices that gateways never use, because on each such gateway an older
 * VirtualService for the same host takes precedence and takes their traffic. A gateway concatenates
 * the rules of all VirtualServices for a host, with catch-all rules last; it uses only the first
 * TCP rule. TLS rules are not checked: filter chains tell server names apart.
 */
public final class GatewayOverlapAnalysis {
  private static final String KIND = "VirtualService";

  /**
   * The most earlier VirtualServices that are compared, which bounds the work on thousands for one
   * host.
   */
  private static final int MOST_EARLIER = 200;

  /**
   * Annotation of a VirtualService made from an Ingress, whose prefixes mean whole path segments;
   * users did not write it.
   */
  private static final String OF_INGRESS = "internal.istio.io/route-semantics";

  private final MeshIndex mesh;
  private final ImmutableList<DeclaredServer> servers;

  /** The VirtualServices with hosts, oldest first. */
  private final ImmutableList<VirtualService> virtualServices;

  private GatewayOverlapAnalysis(MeshIndex mesh) {
    this.mesh = mesh;
    this.servers =
        mesh.gateways().all().stream()
            .flatMap(gateway -> DeclaredServer.of(gateway).stream())
            .collect(toImmutableList());
    this.virtualServices =
        mesh.virtualServices().declared().stream()
            .filter(declared -> !declared.hosts().isEmpty())
            .filter(declared -> !declared.metadata().annotations().containsKey(OF_INGRESS))
            .collect(toImmutableList());
  }

  public static void run(MeshIndex mesh, ProblemSink problems) {
    GatewayOverlapAnalysis analysis = new GatewayOverlapAnalysis(mesh);
    List<VirtualService> earlier = new ArrayList<>();
    List<VirtualService> earlierTcp = new ArrayList<>();
    OverlappingHosts hosts = new OverlappingHosts();
    for (VirtualService virtualService : analysis.virtualServices) {
      FindingPlace spec = FindingPlace.spec(KIND, virtualService.metadata(), problems);
      if (!virtualService.http().isEmpty()) {
        BitSet sharing = new BitSet();
        virtualService.hosts().forEach(host -> hosts.find(Ascii.toLowerCase(host), sharing));
        analysis.checkHttp(virtualService, sharing.stream().mapToObj(earlier::get), spec);
      }
      if (!virtualService.tcp().isEmpty()) {
        analysis.checkTcp(virtualService, earlierTcp.stream(), spec);
      }
      if (virtualService.gateways().stream()
          .anyMatch(name -> !name.equals(VirtualService.MESH_GATEWAY))) {
        for (String host : virtualService.hosts()) {
          hosts.add(Ascii.toLowerCase(host), earlier.size());
        }
        earlier.add(virtualService);
        if (!virtualService.tcp().isEmpty()) {
          earlierTcp.add(virtualService);
        }
      }
    }
  }

  private ImmutableList<VirtualService> rivals(
      VirtualService later, Stream<VirtualService> earlier) {
    return earlier
        .limit(MOST_EARLIER)
        .filter(each -> alwaysGoesBefore(each, later))
        .collect(toImmutableList());
  }

  private void checkHttp(VirtualService later, Stream<VirtualService> earlier, FindingPlace spec) {
    ImmutableList<VirtualService> rivals = rivals(later, earlier);
    for (int i = 0; i < later.http().size() && !rivals.isEmpty(); i++) {
      checkHttp(later, later.http().get(i), rivals, spec.at("http").at(i));
    }
  }

  private void checkTcp(VirtualService later, Stream<VirtualService> earlier, FindingPlace spec) {
    ImmutableList<VirtualService> rivals = rivals(later, earlier);
    for (int i = 0; i < later.tcp().size() && !rivals.isEmpty(); i++) {
      checkTcp(later, later.tcp().get(i), rivals, spec.at("tcp").at(i));
    }
  }

  /** Whether every proxy that sees the later one also sees the earlier one, with precedence. */
  private boolean alwaysGoesBefore(VirtualService earlier, VirtualService later) {
    ExportTo one = exportTo(earlier);
    return one.equals(exportTo(later))
        && (one.everywhere() || earlier.metadata().namespace().equals(later.metadata().namespace()))
        && earlier.gateways().stream()
            .anyMatch(
                name ->
                    !name.equals(VirtualService.MESH_GATEWAY) && later.gateways().contains(name));
  }

  private ExportTo exportTo(VirtualService virtualService) {
    return ExportTo.of(
        virtualService.exportTo(),
        mesh.settings().defaultVirtualServiceExportTo(),
        virtualService.metadata().namespace());
  }

  private void checkHttp(
      VirtualService later, HttpRoute rule, List<VirtualService> rivals, FindingPlace place) {
    if (rule.delegate().isPresent()) {
      return;
    }
    List<Optional<ConfigKey>> takers = new ArrayList<>();
    for (RouteCondition condition : RouteCondition.of(rule)) {
      takers.add(takerOf(later, condition, rivals));
    }
    boolean all = takers.stream().allMatch(Optional::isPresent);
    for (int i = 0; i < takers.size(); i++) {
      if (all) {
        warn(takers.get(i), "never used", place);
        return;
      }
      warn(takers.get(i), "never matches", place.at("match").at(i));
    }
  }

  private static void warn(Optional<ConfigKey> taker, String what, FindingPlace place) {
    taker.ifPresent(
        key ->
            place.warn(
                ProblemCode.UNREACHABLE,
                what
                    + " on gateways, "
                    + key
                    + ", which goes before it, takes its traffic (expected: a match of its own)"));
  }

  /**
   * The VirtualService that takes the traffic, if there is one on every gateway that has the
   * condition.
   */
  private Optional<ConfigKey> takerOf(
      VirtualService later, RouteCondition condition, List<VirtualService> rivals) {
    Optional<ConfigKey> taker = Optional.empty();
    if (hasForSidecars(later, condition.gateways())) {
      return taker;
    }
    for (DeclaredServer server : servers) {
      if (!later.gateways().contains(server.gatewayName())
          || !(server.isPlainHttp() || server.terminatesHttps())
          || !condition.holds(server.gatewayName(), server.port())) {
        continue;
      }
      for (String host : GatewayHosts.intersection(server, later)) {
        taker =
            rivals.stream()
                .filter(rival -> serves(rival, server, host))
                .filter(rival -> takes(rival, server, condition))
                .findFirst()
                .map(GatewayOverlapAnalysis::key);
        if (taker.isEmpty()) {
          return taker;
        }
      }
    }
    return taker;
  }

  private static boolean hasForSidecars(VirtualService virtualService, List<String> gateways) {
    return virtualService.gateways().contains(VirtualService.MESH_GATEWAY)
        && (gateways.isEmpty() || gateways.contains(VirtualService.MESH_GATEWAY));
  }

  private static boolean serves(VirtualService rival, DeclaredServer server, String host) {
    return rival.gateways().contains(server.gatewayName())
        && GatewayHosts.intersection(server, rival).stream()
            .anyMatch(own -> Ascii.equalsIgnoreCase(own, host));
  }

  /** Rules after a catch-all rule are dropped, and the catch-all rule comes last. */
  private static boolean takes(
      VirtualService rival, DeclaredServer server, RouteCondition condition) {
    for (HttpRoute rule : rival.http()) {
      for (RouteCondition own : RouteCondition.of(rule)) {
        boolean holds = own.holds(server.gatewayName(), server.port());
        if (holds
            && own.always()
            && (!own.takesEverything() || condition.takesEverything())
            && own.covers(condition)) {
          return true;
        }
        if (holds && own.takesEverything()) {
          return false;
        }
      }
    }
    return false;
  }

  private void checkTcp(
      VirtualService later, TcpRoute rule, List<VirtualService> rivals, FindingPlace place) {
    Optional<ConfigKey> taker = Optional.empty();
    if (rule.match().isEmpty()
        ? hasForSidecars(later, ImmutableList.of())
        : rule.match().stream().anyMatch(match -> hasForSidecars(later, match.gateways()))) {
      return;
    }
    for (DeclaredServer server : servers) {
      if (later.gateways().contains(server.gatewayName())
          && !(server.isPlainHttp() || server.terminatesHttps() || server.isPassthrough())
          && GatewayHosts.accepts(server, later)
          && holds(rule, server)) {
        taker =
            rivals.stream()
                .filter(rival -> rival.gateways().contains(server.gatewayName()))
                .filter(rival -> GatewayHosts.accepts(server, rival))
                .filter(rival -> rival.tcp().stream().anyMatch(own -> holds(own, server)))
                .findFirst()
                .map(GatewayOverlapAnalysis::key);
        if (taker.isEmpty()) {
          return;
        }
      }
    }
    warn(taker, "never used", place);
  }

  private static boolean holds(TcpRoute rule, DeclaredServer server) {
    return !rule.route().isEmpty()
        && (rule.match().isEmpty()
            || rule.match().stream().anyMatch(match -> holds(match, server)));
  }

  private static boolean holds(TcpMatch match, DeclaredServer server) {
    OptionalInt port = match.port();
    return (port.orElse(0) == 0 || port.getAsInt() == server.port())
        && (match.gateways().isEmpty() || match.gateways().contains(server.gatewayName()));
  }

  private static ConfigKey key(VirtualService virtualService) {
    return ConfigKey.of(KIND, virtualService.metadata());
  }
}
