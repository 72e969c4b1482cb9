// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.gateway;

import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import java.util.HashSet;
import java.util.Set;

/** Checks a {@link Gateway}. Istio reference: Gateway. */
public final class GatewayValidator {
  private GatewayValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(Gateway gateway, Findings at) {
    if (!NameRules.isLabel(gateway.metadata().name())) {
      new Findings(at.object(), "metadata.name", at.sink())
          .invalid("name: \"" + gateway.metadata().name() + "\" (expected: a DNS label)");
    }
    if (gateway.servers().isEmpty()) {
      at.missing("no servers (expected: at least one)");
    }
    Set<String> portNames = new HashSet<>();
    for (int i = 0; i < gateway.servers().size(); i++) {
      GatewayServer server = gateway.servers().get(i);
      Findings here = at.at("servers").at(i);
      GatewayServerValidator.validate(server, here);
      if (!portNames.add(server.port().name())) {
        here.at("port")
            .at("name")
            .conflicting(
                "port name: \"" + server.port().name() + "\" (expected: once per Gateway)");
      }
    }
  }
}
