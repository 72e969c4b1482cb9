// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;

/** Checks a {@link TcpKeepalive}. */
public final class TcpKeepaliveValidator {
  private TcpKeepaliveValidator() {}

  /** Checks the settings here. */
  public static void validate(TcpKeepalive keepalive, Findings at) {
    ValueRules.checkUint32(keepalive.probes(), at.at("probes"));
    keepalive.time().ifPresent(d -> ValueRules.checkDuration(d, at.at("time")));
    keepalive.interval().ifPresent(d -> ValueRules.checkDuration(d, at.at("interval")));
  }
}
