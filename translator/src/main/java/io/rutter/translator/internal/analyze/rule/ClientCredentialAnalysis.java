// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.settings.ClientSecrets;
import java.util.Optional;

/**
 * Secrets named by a DestinationRule for all workloads: gateways use them, while sidecars, which
 * may not read them, send plain text. If no proxy is known, there may be sidecars. Istio document:
 * Destination Rule, {@code credentialName}.
 */
public final class ClientCredentialAnalysis {
  private static final String KIND = "DestinationRule";

  private ClientCredentialAnalysis() {}

  public static void run(MeshIndex mesh, RuleClients clients, ProblemSink problems) {
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      if (rule.workloadSelector().isPresent() || !clients.mayConcern(ProxyType.SIDECAR, rule)) {
        continue;
      }
      FindingPlace spec = FindingPlace.spec(KIND, rule.metadata(), problems);
      check(rule.trafficPolicy(), spec.at("trafficPolicy"));
      for (int i = 0; i < rule.subsets().size(); i++) {
        check(rule.subsets().get(i).trafficPolicy(), spec.at("subsets").at(i).at("trafficPolicy"));
      }
    }
  }

  private static void check(Optional<TrafficPolicy> policy, FindingPlace place) {
    policy.flatMap(TrafficPolicy::tls).ifPresent(tls -> check(tls, place));
    for (int i = 0; i < policy.map(p -> p.portLevelSettings().size()).orElse(0); i++) {
      FindingPlace port = place.at("portLevelSettings").at(i);
      policy.get().portLevelSettings().get(i).tls().ifPresent(tls -> check(tls, port));
    }
  }

  private static void check(ClientTls tls, FindingPlace policy) {
    if (ClientSecrets.areNeeded(tls)) {
      policy
          .at("tls.credentialName")
          .warn(
              ProblemCode.NOT_TRANSLATED,
              "credentialName: sidecars do not use it and send plain text (expected: a"
                  + " workloadSelector, without which only gateways use secrets)");
    }
  }
}
