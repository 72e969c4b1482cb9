// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ZoneAwareLbSetting} (Istio: {@code ZoneAwareLoadBalancerSetting}). */
public final class ZoneAwareLbSettingReader {
  private ZoneAwareLbSettingReader() {}

  /** Reads the fields of the object. */
  public static ZoneAwareLbSetting read(ObjectNode in) {
    ZoneAwareLbSetting.Builder zoneAwareLbSetting = ZoneAwareLbSetting.builder();
    in.boolValue("enabled").ifPresent(zoneAwareLbSetting::enabled);
    zoneAwareLbSetting.failover(in.objects("failover", RegionFailoverReader::read));
    zoneAwareLbSetting.failoverPriority(in.strings("failoverPriority"));
    in.uint64Value("minClusterSize").ifPresent(zoneAwareLbSetting::minClusterSize);
    return zoneAwareLbSetting.build();
  }
}
