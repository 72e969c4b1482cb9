// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link LocalityLbSetting} (Istio: {@code LocalityLoadBalancerSetting}). */
public final class LocalityLbSettingReader {
  private LocalityLbSettingReader() {}

  /** Reads the fields of the object. */
  public static LocalityLbSetting read(ObjectNode in) {
    LocalityLbSetting.Builder localityLbSetting = LocalityLbSetting.builder();
    localityLbSetting.distribute(in.objects("distribute", LocalityDistributionReader::read));
    localityLbSetting.failover(in.objects("failover", RegionFailoverReader::read));
    localityLbSetting.failoverPriority(in.strings("failoverPriority"));
    in.boolValue("enabled").ifPresent(localityLbSetting::enabled);
    return localityLbSetting.build();
  }
}
