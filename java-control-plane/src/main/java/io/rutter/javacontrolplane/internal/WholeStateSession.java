// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import io.envoyproxy.controlplane.cache.ConfigWatcher;
import io.envoyproxy.controlplane.cache.DeltaResponse;
import io.envoyproxy.controlplane.cache.DeltaWatch;
import io.envoyproxy.controlplane.cache.DeltaXdsRequest;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A stream of state of the world. */
interface WholeStateSession extends StreamGuard.Session<DiscoveryRequest>, ConfigWatcher {
  @Override
  default Node node(DiscoveryRequest request) {
    return request.getNode();
  }

  @Override
  default String typeUrl(DiscoveryRequest request) {
    return request.getTypeUrl();
  }

  @Override
  default DiscoveryRequest forServer(DiscoveryRequest request) {
    return request.toBuilder().clearNode().build();
  }

  @Override
  default DeltaWatch createDeltaWatch(
      DeltaXdsRequest request,
      String requesterVersion,
      Map<String, String> resourceVersions,
      Set<String> pendingResources,
      boolean isWildcard,
      Consumer<DeltaResponse> responseConsumer,
      boolean hasClusterChanged) {
    throw new UnsupportedOperationException("delta (expected: state of the world)");
  }
}
