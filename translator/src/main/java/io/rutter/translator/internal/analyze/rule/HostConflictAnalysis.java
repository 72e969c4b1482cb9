// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.sidecar.SidecarView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Hosts for which sidecars never use a VirtualService, because on every port and in every namespace
 * another VirtualService with the same host takes precedence. Two cases are not reported: on
 * gateways, the rules of all VirtualServices for a host apply; and where one of two is visible in
 * its own namespace only, each applies somewhere.
 */
public final class HostConflictAnalysis {
  private HostConflictAnalysis() {}

  /** A host of a VirtualService. */
  private record Claim(ConfigKey virtualService, String host) {}

  /** A host on a port where sidecars look for its rules. */
  private record Taken(String host, VirtualServicePorts.Slot slot) {}

  public static void run(MeshIndex mesh, ImmutableSet<String> namespaces, ProblemSink problems) {
    Map<Claim, ConfigKey> lost = new LinkedHashMap<>();
    Set<Claim> used = new HashSet<>();
    for (SidecarView view : mesh.sidecars().views(namespaces)) {
      look(view, lost, used);
    }
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      report(virtualService, lost, used, problems);
    }
  }

  private static void look(SidecarView view, Map<Claim, ConfigKey> lost, Set<Claim> used) {
    VirtualServicePorts ports = VirtualServicePorts.of(view);
    Map<Taken, ConfigKey> winners = new HashMap<>();
    for (VirtualService virtualService : view.egress().virtualServices()) {
      ConfigKey key = ConfigKey.of("VirtualService", virtualService.metadata());
      for (VirtualServicePorts.Slot slot : ports.slots(virtualService)) {
        if (!mayHaveRoutes(virtualService, slot)) {
          continue;
        }
        boolean always = alwaysHasRoutes(virtualService, slot);
        for (String host : virtualService.hosts()) {
          Taken taken = new Taken(Ascii.toLowerCase(host), slot);
          ConfigKey winner = winners.get(taken);
          if (winner == null || winner.equals(key)) {
            used.add(new Claim(key, host));
            if (always) {
              winners.put(taken, key);
            }
          } else {
            lost.putIfAbsent(new Claim(key, host), winner);
          }
        }
      }
    }
  }

  private static void report(
      VirtualService virtualService,
      Map<Claim, ConfigKey> lost,
      Set<Claim> used,
      ProblemSink problems) {
    FindingPlace hosts =
        FindingPlace.spec("VirtualService", virtualService.metadata(), problems).at("hosts");
    for (int i = 0; i < virtualService.hosts().size(); i++) {
      Claim claim = new Claim(hosts.object(), virtualService.hosts().get(i));
      ConfigKey winner = lost.get(claim);
      if (winner != null && !used.contains(claim) && !virtualService.http().isEmpty()) {
        hosts
            .at(i)
            .warn(
                ProblemCode.CONFLICT,
                "host: "
                    + claim.host()
                    + " is never used by sidecars (expected: a host that "
                    + winner
                    + ", which goes before it, does not have)");
      }
    }
  }

  /** Whether some sidecar may get a route of the VirtualService. */
  private static boolean mayHaveRoutes(
      VirtualService virtualService, VirtualServicePorts.Slot slot) {
    return virtualService.http().stream()
        .anyMatch(
            rule ->
                rule.match().isEmpty()
                    || rule.match().stream().anyMatch(match -> slot.isOn(match.port())));
  }

  /**
   * Whether every sidecar gets a route of the VirtualService; a sidecar without one uses the next
   * VirtualService.
   */
  private static boolean alwaysHasRoutes(
      VirtualService virtualService, VirtualServicePorts.Slot slot) {
    return virtualService.http().stream()
        .anyMatch(
            rule ->
                hasAction(rule)
                    && (rule.match().isEmpty()
                        || rule.match().stream().anyMatch(match -> holdsForAll(match, slot))));
  }

  private static boolean holdsForAll(HttpMatch match, VirtualServicePorts.Slot slot) {
    return slot.isOn(match.port())
        && (match.gateways().isEmpty()
            ? match.sourceLabels().isEmpty() && match.sourceNamespace().isEmpty()
            : match.gateways().contains(VirtualService.MESH_GATEWAY));
  }

  private static boolean hasAction(HttpRoute rule) {
    return rule.redirect().isEmpty()
        && (rule.directResponse().isPresent()
            || rule.route().size() == 1
            || rule.route().stream()
                .map(HttpRouteDestination::weight)
                .anyMatch(weight -> weight.orElse(0) > 0));
  }
}
