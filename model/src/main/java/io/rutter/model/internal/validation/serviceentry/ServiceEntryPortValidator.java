// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import java.util.HashSet;
import java.util.Set;

/** Checks the {@link ServiceEntryPort}s of an entry. */
final class ServiceEntryPortValidator {
  private static final String AUTO_ALLOCATION = "networking.istio.io/enable-autoallocate-ip";

  private ServiceEntryPortValidator() {}

  static void validate(ServiceEntry entry, Findings at) {
    ImmutableList<ServiceEntryPort> ports = entry.ports();
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
      if (needsAddress(port) && !hasAddress(entry)) {
        here.warn(
            ProblemCode.MISSING_FIELD,
            "a TCP port without addresses takes all traffic to it (expected: addresses)");
      }
    }
  }

  private static boolean needsAddress(ServiceEntryPort port) {
    Protocol protocol = port.protocol().orElse(Protocol.UNSUPPORTED);
    return protocol == Protocol.TCP || protocol.isUnsupported();
  }

  /** Istio allocates an address to an entry that has none, unless nothing would use it. */
  private static boolean hasAddress(ServiceEntry entry) {
    boolean allocated =
        entry.resolution() != Resolution.NONE
            && !Ascii.equalsIgnoreCase(
                entry.metadata().labels().getOrDefault(AUTO_ALLOCATION, "true"), "false");
    return allocated || !entry.addresses().isEmpty();
  }
}
