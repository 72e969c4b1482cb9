// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.serviceentry.WorkloadEntry;

/** Checks a {@link WorkloadEntry} that is an object of its own. Istio reference: Workload Entry. */
public final class WorkloadEntryValidator {
  private WorkloadEntryValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(WorkloadEntry entry, Findings at) {
    String address = entry.address().orElse("");
    if (address.isEmpty()) {
      if (entry.network().isEmpty()) {
        at.missing("no address (expected: an address, or a network)");
      } else {
        at.warn(ProblemCode.MISSING_FIELD, "no address (expected: gateways into the network)");
      }
    } else if (AddressRules.isUnix(address)) {
      AddressRules.checkUnix(address, at.at("address"));
      if (!entry.ports().isEmpty()) {
        at.at("ports").conflicting("ports with a Unix socket (expected: none)");
      }
    } else if (!NameRules.isIp(address) && !NameRules.isFqdn(address)) {
      at.at("address").invalid("address: \"" + address + "\" (expected: a name or an IP address)");
    }
    entry
        .ports()
        .forEach(
            (name, port) -> {
              if (!NameRules.isLabel(name)) {
                at.at("ports")
                    .entry(name)
                    .invalid("port name: \"" + name + "\" (expected: a DNS label)");
              }
              ValueRules.checkPort(port, at.at("ports").entry(name));
            });
    ValueRules.checkLabels(entry.labels(), at.at("labels"));
  }
}
