// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.ObjectMeta;
import io.rutter.model.security.MutualTls;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link PeerAuthentication}. */
public final class PeerAuthenticationReader {
  private PeerAuthenticationReader() {}

  /** Reads the spec. */
  public static PeerAuthentication peerAuthentication(ObjectMeta metadata, ObjectNode in) {
    PeerAuthentication.Builder authentication = PeerAuthentication.builder().metadata(metadata);
    in.object("selector", ValueReader::workloadSelector).ifPresent(authentication::selector);
    in.object("mtls", PeerAuthenticationReader::mutualTls).ifPresent(authentication::mtls);
    authentication.portLevelMtls(
        in.objectMap("portLevelMtls", PeerAuthenticationReader::mutualTls));
    return authentication.build();
  }

  /** Istio: {@code PeerAuthentication.MutualTLS}. */
  private static MutualTls mutualTls(ObjectNode in) {
    MutualTls.Builder tls = MutualTls.builder();
    in.enumValue("mode", MutualTlsMode.class).ifPresent(tls::mode);
    return tls.build();
  }
}
