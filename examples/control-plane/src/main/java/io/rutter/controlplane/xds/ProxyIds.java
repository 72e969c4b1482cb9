// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.base.Splitter;
import io.envoyproxy.envoy.config.core.v3.Node;
import java.util.List;

/** Which {@code Proxy} of the mesh an Envoy is. */
final class ProxyIds {
  private ProxyIds() {}

  /**
   * {@code NAME.NAMESPACE} of an Envoy's node id: the third part of Istio's form {@code
   * sidecar~ADDRESS~NAME.NAMESPACE~DOMAIN}, else the id as it is.
   */
  static String of(Node node) {
    List<String> parts = Splitter.on('~').splitToList(node.getId());
    return parts.size() == 4 ? parts.get(2) : node.getId();
  }
}
