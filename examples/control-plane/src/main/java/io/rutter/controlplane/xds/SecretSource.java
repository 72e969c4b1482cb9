// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.Optional;

/** Where the secrets come from that Envoys ask for. Called from any thread; never throws. */
@FunctionalInterface
public interface SecretSource {
  /** The secret of this name; empty where there is none to be had, whatever the name is. */
  Optional<Secret> named(String name);
}
