// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.model.internal.validation.Findings;

/** Checks a {@link ZoneAwareLbSetting}. */
public final class ZoneAwareLbSettingValidator {
  private ZoneAwareLbSettingValidator() {}

  /** Checks the settings here. */
  public static void validate(
      ZoneAwareLbSetting setting, boolean hasOutlierDetection, Findings at) {
    FailoverRules.checkOutlierDetection(
        setting.failover(), setting.failoverPriority(), hasOutlierDetection, at);
    FailoverRules.check(setting.failover(), at.at("failover"));
    if (setting.failoverPriority().stream().anyMatch(FailoverRules::isTopologyLabel)) {
      at.at("failoverPriority")
          .invalid("failoverPriority with region, zone or subzone (expected: other labels)");
    }
  }
}
