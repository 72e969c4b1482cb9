// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.security.MutualTls;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link MutualTls} (Istio: {@code PeerAuthentication.MutualTLS}). */
public final class MutualTlsReader {
  private MutualTlsReader() {}

  /** Reads the fields of the object. */
  public static MutualTls read(ObjectNode in) {
    MutualTls.Builder mutualTls = MutualTls.builder();
    in.enumValue("mode", MutualTlsMode.class).ifPresent(mutualTls::mode);
    return mutualTls.build();
  }
}
