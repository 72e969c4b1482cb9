// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.controlplane.cache.Resources;

/** One type of resources on one stream: what Envoy asks for, what it was sent and what it took. */
interface Subscription {
  /**
   * Sends what Envoy lacks of a state, as soon as it can take that.
   *
   * @param mayRemove whether what the state lacks may go by now
   * @return the names of what was sent now as new or changed
   */
  ImmutableSet<String> answer(ProxyState state, boolean mayRemove);

  /**
   * Clusters have just been sent. Envoy warms a changed cluster until it is given endpoints once
   * more, and does not always ask: what it was given before the cluster does not count.
   */
  void onClustersSent(ImmutableSet<String> names);

  /** What Envoy asks for by name. */
  ImmutableSet<String> asked();

  /** These secrets, if Envoy asks for them, have changed since they were sent. */
  void onSecretsChanged(ImmutableSet<String> names);

  /** Whether Envoy has acknowledged what it asks for of this state. */
  boolean hasNewest(ProxyState state);

  /** What the last response that was refused held and the last one that was taken did not. */
  ImmutableMap<String, ResourceBytes> refused();

  /** What Envoy had of these when it refused others. */
  ImmutableMap<String, ResourceBytes> taken();

  /** Whether the type is that of secrets, which change apart from a state. */
  static boolean isSecret(String typeUrl) {
    return typeUrl.equals(Resources.V3.SECRET_TYPE_URL);
  }

  /** Whether Envoy asks for resources of a type one by one. */
  static boolean isByName(String typeUrl) {
    return !typeUrl.equals(Resources.V3.CLUSTER_TYPE_URL)
        && !typeUrl.equals(Resources.V3.LISTENER_TYPE_URL);
  }
}
