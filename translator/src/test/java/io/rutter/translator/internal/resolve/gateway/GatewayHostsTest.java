// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.virtualservice.VirtualService;
import org.junit.jupiter.api.Test;

final class GatewayHostsTest {
  @Test
  void hostsHaveANamespaceOrNone() {
    assertThat(
            GatewayHosts.canonical(
                ImmutableList.of("a.com", "./b.com", "*/c.com", "x/d.com"), "gw"))
        .containsExactly("a.com", "gw/b.com", "c.com", "x/d.com");
    assertThat(GatewayHosts.canonical(ImmutableList.of("a.com", "*/*"), "gw")).containsExactly("*");
  }

  @Test
  void serverNamesLeaveNamespacesOut() {
    assertThat(server("x/b.com", "a.com", "y/b.com").serverNames())
        .containsExactly("a.com", "b.com");
  }

  @Test
  void onlyVirtualServicesOfTheNamespaceAreTaken() {
    DeclaredServer server = server("shop/*.com", "*.net");
    assertThat(GatewayHosts.intersection(server, virtualService("shop", "a.com", "b.net")))
        .containsExactly("a.com", "b.net");
    assertThat(GatewayHosts.intersection(server, virtualService("other", "a.com", "b.net")))
        .containsExactly("b.net");
    assertThat(GatewayHosts.accepts(server, virtualService("other", "a.com"))).isFalse();
    assertThat(GatewayHosts.accepts(server, virtualService("other", "*"))).isTrue();
  }

  private static DeclaredServer server(String... hosts) {
    GatewayServer server =
        GatewayServer.builder().port(GatewayPort.builder().build()).hosts(hosts).build();
    return DeclaredServer.of(
            Gateway.builder().metadata(ObjectMeta.of("gw", "g")).servers(server).build())
        .get(0);
  }

  private static VirtualService virtualService(String namespace, String... hosts) {
    return VirtualService.builder()
        .metadata(ObjectMeta.of(namespace, "routes"))
        .hosts(hosts)
        .build();
  }
}
