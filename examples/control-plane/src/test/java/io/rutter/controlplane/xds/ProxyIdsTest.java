// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.core.v3.Node;
import org.junit.jupiter.api.Test;

/** Which proxy a node id names. */
class ProxyIdsTest {
  @Test
  void nodeIdsNameProxies() {
    assertThat(ProxyIds.of(node("sidecar~10.0.0.1~a-1.ns~ns.svc.cluster.local")))
        .isEqualTo("a-1.ns");
    assertThat(ProxyIds.of(node("a-1.ns"))).isEqualTo("a-1.ns");
    assertThat(ProxyIds.of(node("a~b"))).isEqualTo("a~b");
  }

  private static Node node(String id) {
    return Node.newBuilder().setId(id).build();
  }
}
