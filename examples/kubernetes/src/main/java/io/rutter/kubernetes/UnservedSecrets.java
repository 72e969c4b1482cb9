// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The secrets that Istio's proxies ask for beside those of gateways, of which nobody here has any:
 * why, and what to do about it.
 */
final class UnservedSecrets {
  /** A proxy's own certificate, and what it checks others with. */
  private static final ImmutableSet<String> OF_MESH = ImmutableSet.of("default", "ROOTCA");

  private UnservedSecrets() {}

  /** Why a secret of this name is never served; empty: it may be one of a gateway. */
  static Optional<String> reason(String name) {
    if (OF_MESH.contains(name)) {
      return Optional.of(
          "certificates of the mesh's mutual TLS are issued by an agent beside Envoy, not here"
              + " (expected: an agent that sds-grpc leads to; or no mutual TLS: enableAutoMtls:"
              + " false in the settings, and PeerAuthentication with mode DISABLE)");
    }
    if (name.startsWith("file-cert:") || name.startsWith("file-root:")) {
      return Optional.of(
          "files of the proxy are read by an agent beside Envoy, not here (expected: a"
              + " credentialName, which names a Secret)");
    }
    if (name.startsWith("configmap://")) {
      return Optional.of(
          "authorities in a ConfigMap are not served (expected: a Secret with ca.crt)");
    }
    return Optional.empty();
  }
}
