// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ProtocolRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.serviceentry.ServiceEntryPort;
import java.util.HashSet;
import java.util.Set;

/** Checks the {@link ServiceEntryPort}s of an entry. */
final class ServiceEntryPortValidator {
  private ServiceEntryPortValidator() {}

  static void validate(ImmutableList<ServiceEntryPort> ports, Findings at) {
    Set<String> names = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      ServiceEntryPort port = ports.get(i);
      Findings here = at.at(i);
      if (!names.add(port.name())) {
        here.at("name").conflicting("port name: \"" + port.name() + "\" (expected: once)");
      }
      int number = port.number().orElse(0);
      if (!numbers.add(number)) {
        here.at("number").conflicting("port: " + number + " (expected: once)");
      }
      if (!NameRules.isLabel(port.name())) {
        here.at("name").invalid("port name: \"" + port.name() + "\" (expected: a DNS label)");
      }
      ValueRules.checkPort(number, here.at("number"));
      ValueRules.checkPort(port.targetPort(), here.at("targetPort"));
      ProtocolRules.checkOptional(port.protocol().orElse(""), here.at("protocol"));
    }
  }
}
