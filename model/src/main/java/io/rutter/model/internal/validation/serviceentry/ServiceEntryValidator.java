// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import io.rutter.model.Protocol;
import io.rutter.model.internal.validation.ExportToRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.SelectorRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;

/** Checks a {@link ServiceEntry}. Istio reference: Service Entry. */
public final class ServiceEntryValidator {
  private ServiceEntryValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(ServiceEntry entry, Findings at) {
    entry
        .workloadSelector()
        .ifPresent(
            selector -> {
              SelectorRules.check(selector, at.at("workloadSelector"));
              if (entry.resolution() == Resolution.NONE) {
                at.at("workloadSelector")
                    .warn(
                        ProblemCode.NOT_TRANSLATED,
                        "workloadSelector has no effect (expected: resolution STATIC)");
              }
              if (!entry.endpoints().isEmpty()) {
                at.conflicting("workloadSelector beside endpoints (expected: one of them)");
              }
            });
    checkHosts(entry, at);
    checkAddresses(entry, at.at("addresses"));
    ServiceEntryPortValidator.validate(entry, at.at("ports"));
    ResolutionRules.check(entry, at);
    checkSharedPorts(entry, at);
    ExportToRules.checkOfService(entry.exportTo(), at.at("exportTo"));
  }

  private static void checkHosts(ServiceEntry entry, Findings at) {
    if (entry.hosts().isEmpty()) {
      at.missing("no hosts (expected: at least one)");
    }
    for (int i = 0; i < entry.hosts().size(); i++) {
      String host = entry.hosts().get(i);
      if (host.equals("*") || !NameRules.isWildcardDomain(host)) {
        at.at("hosts").at(i).invalid("host: \"" + host + "\" (expected: a name or *.name)");
      } else if (NameRules.isPartialWildcard(host)
          && entry.resolution() != Resolution.DYNAMIC_DNS) {
        at.at("hosts")
            .at(i)
            .warn(
                ProblemCode.INVALID_VALUE,
                "host: \"" + host + "\" (expected: a wildcard for a whole label, *.example.com)");
      }
    }
  }

  private static void checkAddresses(ServiceEntry entry, Findings at) {
    boolean ranges =
        entry.resolution() == Resolution.NONE || entry.resolution() == Resolution.STATIC;
    for (int i = 0; i < entry.addresses().size(); i++) {
      String address = entry.addresses().get(i);
      NameRules.checkSubnet(address, at.at(i));
      if (NameRules.isCidr(address) && !ranges) {
        at.at(i)
            .conflicting(
                "range: "
                    + address
                    + " (expected: an address, ranges need resolution NONE or"
                    + " STATIC)");
      }
    }
  }

  /** Hosts on one port can only be told apart by the HTTP host or the TLS server name. */
  private static void checkSharedPorts(ServiceEntry entry, Findings at) {
    if (entry.hosts().size() < 2 || entry.resolution() == Resolution.NONE) {
      return;
    }
    for (ServiceEntryPort port : entry.ports()) {
      Protocol protocol = port.protocol().orElse(Protocol.UNSUPPORTED);
      if (!protocol.isHttp() && !protocol.isTls()) {
        at.at("hosts")
            .conflicting("several hosts on a TCP port (expected: one, or resolution NONE)");
        return;
      }
    }
  }
}
