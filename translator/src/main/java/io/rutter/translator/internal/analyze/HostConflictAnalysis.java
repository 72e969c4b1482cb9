// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.SidecarView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Hosts for which sidecars never use a VirtualService, because wherever it is seen another one with
 * the same host goes before it. On gateways the rules of all VirtualServices for a host count, and
 * where one of two is only for its own namespace, each has its place: neither is reported.
 */
final class HostConflictAnalysis {
  private HostConflictAnalysis() {}

  /** A host of a VirtualService. */
  private record Claim(ConfigKey virtualService, String host) {}

  static void run(MeshIndex mesh, ImmutableSet<String> namespaces, ProblemSink problems) {
    Map<Claim, ConfigKey> lost = new LinkedHashMap<>();
    Set<Claim> used = new HashSet<>();
    for (SidecarView view : SidecarView.of(mesh, namespaces)) {
      Map<String, ConfigKey> winners = new HashMap<>();
      for (VirtualService virtualService : view.virtualServices()) {
        ConfigKey key = ConfigKey.of("VirtualService", virtualService.metadata());
        boolean always = alwaysHasRoutes(virtualService);
        for (String host : virtualService.hosts()) {
          ConfigKey winner = winners.get(Ascii.toLowerCase(host));
          if (winner == null || winner.equals(key)) {
            used.add(new Claim(key, host));
            if (always) {
              winners.put(Ascii.toLowerCase(host), key);
            }
          } else {
            lost.putIfAbsent(new Claim(key, host), winner);
          }
        }
      }
    }
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      report(virtualService, lost, used, problems);
    }
  }

  private static void report(
      VirtualService virtualService,
      Map<Claim, ConfigKey> lost,
      Set<Claim> used,
      ProblemSink problems) {
    Place hosts = Place.spec("VirtualService", virtualService.metadata(), problems).at("hosts");
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

  /** Whether every sidecar gets a route of it; without one the next VirtualService counts. */
  private static boolean alwaysHasRoutes(VirtualService virtualService) {
    return virtualService.http().stream()
        .anyMatch(
            rule ->
                hasAction(rule)
                    && (rule.match().isEmpty()
                        || rule.match().stream().anyMatch(HostConflictAnalysis::holdsForAll)));
  }

  private static boolean holdsForAll(HttpMatch match) {
    return match.port().orElse(0) == 0
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
