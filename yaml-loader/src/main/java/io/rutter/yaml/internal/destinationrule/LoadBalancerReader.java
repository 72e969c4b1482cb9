// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link LoadBalancer} (Istio: {@code LoadBalancerSettings}). */
public final class LoadBalancerReader {
  private LoadBalancerReader() {}

  /** Reads the fields of the object. */
  public static LoadBalancer read(ObjectNode in) {
    LoadBalancer.Builder loadBalancer = LoadBalancer.builder();
    LoadBalancerPolicyReader.read(in).ifPresent(loadBalancer::policy);
    in.object("localityLbSetting", LocalityLbSettingReader::read)
        .ifPresent(loadBalancer::localityLbSetting);
    in.object("zoneAwareLbSetting", ZoneAwareLbSettingReader::read)
        .ifPresent(loadBalancer::zoneAwareLbSetting);
    in.duration("warmupDurationSecs").ifPresent(loadBalancer::warmupDurationSecs);
    in.object("warmup", WarmupReader::read).ifPresent(loadBalancer::warmup);
    in.ignore(
        "istiod accepts this setting of newer API versions and nothing reads it, so least request stays in use",
        "backendUtilization");
    return loadBalancer.build();
  }
}
