// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.jwk.ClaimHeader;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Set;

/**
 * Matches of VirtualServices on claims of a token, where no gateway of theirs looks at tokens.
 * Istio document: JWT claim based routing.
 */
final class ClaimRouteAnalysis {
  private final MeshIndex mesh;
  private final PolicyWorkloads workloads;

  private ClaimRouteAnalysis(MeshIndex mesh, PolicyWorkloads workloads) {
    this.mesh = mesh;
    this.workloads = workloads;
  }

  static void check(MeshIndex mesh, PolicyWorkloads workloads, ProblemSink problems) {
    if (TokenAnalysis.mayHaveOthers(mesh)) {
      return;
    }
    ClaimRouteAnalysis analysis = new ClaimRouteAnalysis(mesh, workloads);
    for (VirtualService rules : mesh.virtualServices().declared()) {
      if (rules.http().stream().anyMatch(ClaimRouteAnalysis::hasClaims)
          && analysis.isWithoutTokens(rules)) {
        check(rules, FindingPlace.spec("VirtualService", rules.metadata(), problems));
      }
    }
  }

  private static boolean hasClaims(HttpRoute rule) {
    return rule.match().stream()
        .anyMatch(
            match ->
                match.headers().keySet().stream().anyMatch(ClaimRouteAnalysis::isClaim)
                    || match.withoutHeaders().keySet().stream()
                        .anyMatch(ClaimRouteAnalysis::isClaim));
  }

  private static boolean isClaim(String header) {
    return Ascii.toLowerCase(header).startsWith(ClaimHeader.PREFIX);
  }

  /** Whether no gateway that has the rules can have a rule for tokens. */
  private boolean isWithoutTokens(VirtualService rules) {
    if (mesh.snapshot().requestAuthentications().stream()
        .allMatch(tokens -> tokens.jwtRules().isEmpty())) {
      return true;
    }
    ImmutableSet<String> gateways = ImmutableSet.copyOf(rules.gateways());
    ImmutableList<KnownWorkload> having =
        workloads.all().stream()
            .filter(
                workload ->
                    workload.servers().stream()
                        .anyMatch(server -> gateways.contains(server.gatewayName())))
            .collect(toImmutableList());
    return !having.isEmpty()
        && having.stream().noneMatch(KnownWorkload::hasTokenRules)
        && mesh.gateways().all().stream()
            .filter(gateway -> gateways.contains(name(gateway)))
            .noneMatch(gateway -> workloads.mayHaveOthers(gateway.selector()));
  }

  private static String name(Gateway gateway) {
    return gateway.metadata().namespace() + "/" + gateway.metadata().name();
  }

  private static void check(VirtualService rules, FindingPlace spec) {
    for (int i = 0; i < rules.http().size(); i++) {
      ImmutableList<HttpMatch> matches = rules.http().get(i).match();
      for (int j = 0; j < matches.size(); j++) {
        FindingPlace match = spec.at("http").at(i).at("match").at(j);
        check(matches.get(j).headers().keySet(), "never", match.at("headers"));
        check(matches.get(j).withoutHeaders().keySet(), "always", match.at("withoutHeaders"));
      }
    }
  }

  private static void check(Set<String> names, String when, FindingPlace place) {
    for (String name : names) {
      if (isClaim(name)) {
        place.warn(
            ProblemCode.NO_REQUEST_AUTHENTICATION,
            name
                + " "
                + when
                + " holds, as no RequestAuthentication applies to the gateway (expected: one with"
                + " a rule for the issuer)");
      }
    }
  }
}
