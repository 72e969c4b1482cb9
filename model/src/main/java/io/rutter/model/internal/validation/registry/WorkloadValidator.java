// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Workload;

/** Checks a {@link Workload}. */
public final class WorkloadValidator {
  private WorkloadValidator() {}

  /** Checks the workload that starts here. */
  public static void validate(Workload workload, Findings at) {
    for (int i = 0; i < workload.addresses().size(); i++) {
      String address = workload.addresses().get(i);
      if (!AddressRules.isConnectable(address)) {
        at.at("addresses").at(i).invalid("\"" + address + "\" (expected: an IP address)");
      }
    }
    for (int i = 0; i < workload.ports().size(); i++) {
      ContainerPort port = workload.ports().get(i);
      ValueRules.checkPort(port.port(), at.at("ports").at(i).at("port"));
    }
    ValueRules.warnOfLabels(workload.metadata().labels(), at.at("metadata").at("labels"));
  }
}
