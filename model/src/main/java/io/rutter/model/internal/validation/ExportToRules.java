// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;

/** Who sees an object. Istio reference: Virtual Service, {@code exportTo}. */
public final class ExportToRules {
  private ExportToRules() {}

  /** Checks a list of namespaces for an object that somebody must see. */
  public static void check(ImmutableList<String> exportTo, Findings at) {
    checkEntries(exportTo, at);
    if (exportTo.contains("~")) {
      at.invalid("exportTo: ~ (expected: namespaces that see the object)");
    }
  }

  /** Checks a list of namespaces for a service, which may be hidden from all. */
  public static void checkOfService(ImmutableList<String> exportTo, Findings at) {
    checkEntries(exportTo, at);
    if (exportTo.contains("~") && exportTo.size() > 1) {
      at.conflicting("exportTo: ~ among others (expected: ~ alone)");
    }
  }

  private static void checkEntries(ImmutableList<String> exportTo, Findings at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < exportTo.size(); i++) {
      String entry = exportTo.get(i);
      if (!entry.equals(".")
          && !entry.equals("*")
          && !entry.equals("~")
          && !NameRules.isLabel(entry)) {
        at.at(i).invalid("namespace: \"" + entry + "\" (expected: a name, \".\" or \"*\")");
      }
      String namespace = entry.equals(".") ? at.object().namespace() : entry;
      if (!seen.add(namespace)) {
        at.at(i).invalid("namespace: \"" + entry + "\" is listed twice");
      }
    }
    if (exportTo.contains("*") && exportTo.size() > 1) {
      at.conflicting("exportTo: * among others (expected: * alone)");
    }
  }
}
