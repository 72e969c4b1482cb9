// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.Optional;

/**
 * Where the secrets come from that Envoys ask for, by the names that Istio gives them: {@code
 * default} and {@code ROOTCA} for the identity of a workload, {@code kubernetes://NAME} for the
 * credentials of gateways. Called from any thread, with whatever name a client says.
 */
@FunctionalInterface
public interface SecretSource {
  /** Has no secret. */
  SecretSource NONE = name -> Optional.empty();

  /** The secret of this name; empty where there is none to be had. Does not throw. */
  Optional<Secret> named(String name);

  /**
   * The secret of this name for a client, where not everybody may have every secret. Default:
   * {@link #named(String)}, whoever asks.
   *
   * @param client who asks; only the names of its certificate are proven
   */
  default Optional<Secret> named(String name, XdsClient client) {
    return named(name);
  }
}
