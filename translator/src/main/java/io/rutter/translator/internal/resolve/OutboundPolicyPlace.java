// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.ConfigKey;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.Optional;

/** Where it is written what becomes of traffic to unknown destinations. */
public final class OutboundPolicyPlace {
  private static final String FIELD = "spec.outboundTrafficPolicy";

  private OutboundPolicyPlace() {}

  /** The Sidecar's policy, else the mesh's. */
  public static ConfigPart of(ProxyScope scope) {
    Optional<Sidecar> sidecar =
        scope.sidecar().sidecar().filter(found -> found.outboundTrafficPolicy().isPresent());
    return sidecar
        .map(found -> new ConfigPart(ConfigKey.of("Sidecar", found.metadata()), FIELD))
        .orElseGet(() -> new ConfigPart(ConfigKey.MESH_CONFIG, FIELD));
  }
}
