// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.common;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.host.HostMatching;

/** Which hosts of a VirtualService a virtual host is made from. */
public final class RuleHosts {
  private RuleHosts() {}

  /** The hosts that overlap with the virtual host's. */
  public static ImmutableList<ConfigPart> of(VirtualService rule, String host) {
    ImmutableList.Builder<ConfigPart> found = ImmutableList.builder();
    for (int i = 0; i < rule.hosts().size(); i++) {
      if (HostMatching.overlap(Ascii.toLowerCase(rule.hosts().get(i)), Ascii.toLowerCase(host))) {
        found.add(
            new ConfigPart(
                ConfigKey.of("VirtualService", rule.metadata()), "spec.hosts[" + i + "]"));
      }
    }
    return found.build();
  }
}
