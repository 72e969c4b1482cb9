// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.sidecar;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.SelectorRules;
import io.rutter.model.internal.validation.destinationrule.ConnectionPoolValidator;
import io.rutter.model.internal.validation.virtualservice.DestinationValidator;
import io.rutter.model.sidecar.OutboundMode;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.Destination;
import java.util.HashSet;
import java.util.Set;

/** Checks a {@link Sidecar}. Istio reference: Sidecar. */
public final class SidecarValidator {
  private SidecarValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(Sidecar sidecar, Findings at) {
    sidecar
        .workloadSelector()
        .ifPresent(selector -> SelectorRules.check(selector, at.at("workloadSelector")));
    if (sidecar.egress().isEmpty()
        && sidecar.ingress().isEmpty()
        && sidecar.inboundConnectionPool().isEmpty()
        && sidecar.outboundTrafficPolicy().isEmpty()) {
      at.missing("an empty Sidecar (expected: ingress, egress or a policy)");
    }
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < sidecar.ingress().size(); i++) {
      Findings here = at.at("ingress").at(i);
      IngressListenerValidator.validate(sidecar.ingress().get(i), here);
      int number = sidecar.ingress().get(i).port().number().orElse(0);
      if (!ports.add(number)) {
        here.at("port").conflicting("port: " + number + " (expected: once among ingress)");
      }
    }
    sidecar
        .inboundConnectionPool()
        .ifPresent(pool -> ConnectionPoolValidator.validate(pool, at.at("inboundConnectionPool")));
    EgressListenersValidator.validate(sidecar.egress(), at.at("egress"));
    sidecar
        .outboundTrafficPolicy()
        .ifPresent(policy -> validatePolicy(policy, at.at("outboundTrafficPolicy")));
  }

  private static void validatePolicy(OutboundTrafficPolicy policy, Findings at) {
    if (policy.mode() == OutboundMode.ALLOW_ANY_DYNAMIC_DNS) {
      at.at("mode").invalid("mode: ALLOW_ANY_DYNAMIC_DNS (expected: only for the whole mesh)");
    }
    if (policy.egressProxy().isEmpty()) {
      return;
    }
    Destination proxy = policy.egressProxy().get();
    Findings here = at.at("egressProxy");
    if (policy.mode() != OutboundMode.ALLOW_ANY) {
      here.conflicting("egressProxy (expected: only with mode ALLOW_ANY)");
    }
    if (proxy.port().isEmpty()) {
      here.missing("no port (expected: port.number)");
    }
    if (!NameRules.isFqdn(proxy.host())) {
      here.at("host").invalid("host: \"" + proxy.host() + "\" (expected: a full name)");
    } else {
      DestinationValidator.validate(proxy, here);
    }
  }
}
