// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.ObjectMeta;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.yaml.internal.common.WorkloadSelectorReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link PeerAuthentication} (Istio: {@code PeerAuthentication}). */
public final class PeerAuthenticationReader {
  private PeerAuthenticationReader() {}

  /** Reads the fields of the spec. */
  public static PeerAuthentication read(ObjectMeta metadata, ObjectNode in) {
    PeerAuthentication.Builder peerAuthentication = PeerAuthentication.builder().metadata(metadata);
    in.object("selector", WorkloadSelectorReader::read).ifPresent(peerAuthentication::selector);
    in.object("mtls", MutualTlsReader::read).ifPresent(peerAuthentication::mtls);
    peerAuthentication.portLevelMtls(in.objectMap("portLevelMtls", MutualTlsReader::read));
    return peerAuthentication.build();
  }
}
