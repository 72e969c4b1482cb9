// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.Destination;

/** Checks a {@link Destination}. */
public final class DestinationValidator {
  private DestinationValidator() {}

  /** Checks the destination here. */
  public static void validate(Destination destination, Findings at) {
    String host = destination.host();
    if (host.isEmpty()) {
      at.missing("no host (expected: the name of a service)");
    } else if (host.equals("*") || !NameRules.isWildcardDomain(host)) {
      at.at("host").invalid("host: \"" + host + "\" (expected: the name of a service)");
    }
    destination
        .subset()
        .filter(subset -> !NameRules.isLabel(subset))
        .ifPresent(
            subset ->
                at.at("subset").invalid("subset: \"" + subset + "\" (expected: a DNS label)"));
    ValueRules.checkPort(destination.port(), at.at("port").at("number"));
  }
}
