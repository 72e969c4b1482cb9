// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.sidecar;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Hosts of an egress listener that other hosts of it bring in already. */
final class RepeatedEgressHosts {
  private RepeatedEgressHosts() {}

  static void check(ImmutableList<String> entries, Findings at) {
    Map<String, Set<String>> seen = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      int slash = entry.indexOf('/');
      if (slash < 0 || entry.startsWith("~")) {
        continue;
      }
      String written = entry.substring(0, slash);
      String namespace = written.equals(".") ? at.object().namespace() : written;
      String host = entry.substring(slash + 1);
      Set<String> others = seen.computeIfAbsent(namespace, unused -> new HashSet<>());
      boolean repeated =
          host.equals("*") ? !others.isEmpty() : others.contains(host) || others.contains("*");
      if (repeated) {
        at.at(i).warn(ProblemCode.CONFLICT, "host: \"" + entry + "\" (expected: once)");
      }
      others.add(host);
    }
    if (seen.size() > 1 && seen.getOrDefault("*", Set.of()).contains("*")) {
      at.warn(ProblemCode.CONFLICT, "*/* brings in every other host as well (expected: */* alone)");
    }
  }
}
