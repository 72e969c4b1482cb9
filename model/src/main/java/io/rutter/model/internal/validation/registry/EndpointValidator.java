// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import io.rutter.model.internal.go.WholeText;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.TextRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.registry.Endpoint;
import java.util.stream.Stream;

/** Checks an {@link Endpoint} of a service. */
final class EndpointValidator {
  /** The largest weight that Envoy accepts for an endpoint, and as the sum of a cluster. */
  static final long MOST_WEIGHT = 0xFFFF_FFFFL;

  private EndpointValidator() {}

  /**
   * Checks the endpoint that starts here.
   *
   * @param takesNames whether the proxy resolves the names of the service's endpoints
   */
  static void validate(Endpoint endpoint, boolean takesNames, Findings at) {
    if (endpoint.addresses().isEmpty()) {
      if (endpoint.network().isEmpty()) {
        at.at("addresses").missing("no address (expected: an address, or a network)");
      }
      ValueRules.checkPort(endpoint.port(), at.at("port"));
    } else if (AddressRules.isUnix(endpoint.addresses().get(0))) {
      checkSocket(endpoint, at);
    } else {
      for (int i = 0; i < endpoint.addresses().size(); i++) {
        checkAddress(endpoint.addresses().get(i), takesNames, at, i);
      }
      ValueRules.checkPort(endpoint.port(), at.at("port"));
    }
    long weight = endpoint.weight().orElse(1);
    if (weight < 0 || weight > MOST_WEIGHT) {
      at.at("weight").invalid("weight: " + weight + " (expected: 0 to " + MOST_WEIGHT + ")");
    }
    if (!texts(endpoint).allMatch(WholeText::isWhole)) {
      TextRules.check(endpoint, at);
    }
  }

  private static void checkSocket(Endpoint endpoint, Findings at) {
    AddressRules.checkUnix(endpoint.addresses().get(0), at.at("addresses").at(0));
    if (endpoint.addresses().size() > 1) {
      at.at("addresses").conflicting("a Unix socket among others (expected: alone)");
    }
    if (endpoint.port() != 0) {
      at.at("port").conflicting("port: " + endpoint.port() + " (expected: 0 for a Unix socket)");
    }
  }

  private static void checkAddress(String address, boolean takesNames, Findings at, int index) {
    if (AddressRules.isConnectable(address) || (takesNames && NameRules.isFqdn(address))) {
      return;
    }
    at.at("addresses")
        .at(index)
        .invalid(
            "address: \"%s\" (expected: %s)".formatted(address, expected(address, takesNames)));
  }

  private static String expected(String address, boolean takesNames) {
    return address.startsWith("/") || address.startsWith("@")
        ? "unix://" + address + " for a Unix socket"
        : "an IP address" + (takesNames ? ", a name" : "") + ", or a Unix socket";
  }

  private static Stream<String> texts(Endpoint endpoint) {
    return Stream.of(
            Stream.of(
                endpoint.servicePortName(),
                endpoint.network(),
                endpoint.serviceAccount().orElse(""),
                endpoint.workloadName(),
                endpoint.namespace(),
                endpoint.nodeName(),
                endpoint.clusterId(),
                endpoint.hostName(),
                endpoint.subDomain(),
                endpoint.locality().region(),
                endpoint.locality().zone(),
                endpoint.locality().subZone()),
            endpoint.addresses().stream(),
            endpoint.labels().keySet().stream(),
            endpoint.labels().values().stream())
        .flatMap(texts -> texts);
  }
}
