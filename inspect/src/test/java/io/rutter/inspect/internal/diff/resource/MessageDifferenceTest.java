// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.diff.FieldDifference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageDifferenceTest {
  private static VirtualHost host(String name, long timeout) {
    Route.Builder route = Route.newBuilder();
    route.getRouteBuilder().setTimeout(Durations.fromSeconds(timeout));
    return VirtualHost.newBuilder()
        .setName(name)
        .addDomains(name)
        .addDomains(name + ":80")
        .addRoutes(Route.newBuilder().setName("first"))
        .addRoutes(route)
        .build();
  }

  private static RouteConfiguration routes(VirtualHost... hosts) {
    return RouteConfiguration.newBuilder().addAllVirtualHosts(List.of(hosts)).build();
  }

  @Test
  void hostsAreFoundByNameAndTheirOrderIsNothing() {
    assertThat(
            MessageDifference.of(
                routes(host("a", 1), host("b", 2)), routes(host("b", 2), host("a", 1))))
        .isEmpty();
    assertThat(
            MessageDifference.of(
                routes(host("a", 1), host("b", 2)), routes(host("b", 3), host("a", 1))))
        .containsExactly(
            new FieldDifference(
                "virtual_hosts[b].routes[1].route.timeout", Optional.of("2s"), Optional.of("3s")));
  }

  @Test
  void aRouteThatComesInFrontIsOneDifference() {
    VirtualHost after =
        host("a", 1).toBuilder().addRoutes(0, Route.newBuilder().setName("new")).build();
    assertThat(MessageDifference.of(routes(host("a", 1)), routes(after)))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.path()).isEqualTo("virtual_hosts[a].routes[0]");
              assertThat(difference.before()).isEmpty();
              assertThat(difference.after()).hasValue("{\"name\":\"new\"}");
            });
  }

  @Test
  void domainsAreASet() {
    VirtualHost after =
        host("a", 1).toBuilder().clearDomains().addDomains("a:80").addDomains("c").build();
    assertThat(MessageDifference.of(routes(host("a", 1)), routes(after)))
        .extracting(FieldDifference::toString)
        .containsExactly(
            "virtual_hosts[a].domains: a -> none", "virtual_hosts[a].domains: none -> c");
  }

  @Test
  void packedMessagesAreLookedInto() {
    assertThat(MessageDifference.of(listener("a"), listener("b")))
        .extracting(FieldDifference::toString)
        .containsExactly("filter_chains[any].filters[tcp].typed_config.cluster: a -> b");
  }

  private static Listener listener(String cluster) {
    return Listener.newBuilder()
        .addFilterChains(
            FilterChain.newBuilder()
                .addFilters(
                    Filter.newBuilder()
                        .setName("tcp")
                        .setTypedConfig(
                            Any.pack(TcpProxy.newBuilder().setCluster(cluster).build()))))
        .build();
  }
}
