// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.config.trace.v3.ZipkinConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.ConfigKey;
import io.rutter.translator.internal.check.MissingCluster.Use;
import io.rutter.translator.internal.proto.IstioMetadata;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingClustersTest {
  private static final Set<String> KNOWN = Set.of("there");

  private static FilterChain chain(Message config) {
    return FilterChain.newBuilder()
        .addFilters(Filter.newBuilder().setTypedConfig(Any.pack(config)))
        .build();
  }

  private static Route.Builder route(String cluster) {
    Route.Builder route = Route.newBuilder();
    route.getRouteBuilder().setCluster(cluster);
    return route;
  }

  private static RouteConfiguration routes(Route.Builder... routes) {
    VirtualHost.Builder host = VirtualHost.newBuilder().setName("a.example:80");
    for (Route.Builder route : routes) {
      host.addRoutes(route);
    }
    return RouteConfiguration.newBuilder().setName("80").addVirtualHosts(host).build();
  }

  private static List<String> names(Set<MissingCluster> missing) {
    return missing.stream().map(MissingCluster::cluster).toList();
  }

  @Test
  void clustersOfBytes() {
    TcpProxy.Builder weighted = TcpProxy.newBuilder();
    weighted.getWeightedClustersBuilder().addClustersBuilder().setName("some").setWeight(1);
    weighted.getWeightedClustersBuilder().addClustersBuilder().setName("none").setWeight(0);
    Listener listener =
        Listener.newBuilder()
            .setName("l")
            .addFilterChains(chain(TcpProxy.newBuilder().setCluster("there").build()))
            .addFilterChains(chain(TcpProxy.newBuilder().setCluster("gone").build()))
            .addFilterChains(chain(weighted.build()))
            .setDefaultFilterChain(chain(TcpProxy.newBuilder().setCluster("rest").build()))
            .build();

    Set<MissingCluster> missing = MissingClusters.of(KNOWN, List.of(listener), List.of());

    assertThat(names(missing)).containsExactly("gone", "some", "rest");
    assertThat(missing).allSatisfy(each -> assertThat(each.resource()).isEqualTo("l"));
  }

  @Test
  void clustersOfRequestsAndMirrors() {
    Route.Builder weighted = Route.newBuilder();
    WeightedCluster.Builder clusters = weighted.getRouteBuilder().getWeightedClustersBuilder();
    clusters.addClustersBuilder().setName("some").setWeight(UInt32Value.of(1));
    clusters.addClustersBuilder().setName("none").setWeight(UInt32Value.of(0));
    Route.Builder mirrored = route("there");
    mirrored.getRouteBuilder().addRequestMirrorPoliciesBuilder().setCluster("mirror");
    Route.Builder redirected = Route.newBuilder();
    redirected.getRedirectBuilder().setHostRedirect("b.example");

    Set<MissingCluster> missing =
        MissingClusters.of(
            KNOWN, List.of(), List.of(routes(route("gone"), weighted, mirrored, redirected)));

    assertThat(names(missing)).containsExactly("gone", "some", "mirror");
    assertThat(missing).allSatisfy(each -> assertThat(each.host()).isEqualTo("a.example"));
  }

  @Test
  void inboundRoutesStandInTheListener() {
    HttpConnectionManager manager =
        HttpConnectionManager.newBuilder().setRouteConfig(routes(route("inbound|80||"))).build();
    Listener listener = Listener.newBuilder().addFilterChains(chain(manager)).build();

    assertThat(names(MissingClusters.of(KNOWN, List.of(listener), List.of())))
        .containsExactly("inbound|80||");
  }

  @Test
  void clustersThatTheProxyItselfCalls() {
    AccessLog log =
        AccessLog.newBuilder().setTypedConfig(Any.pack(grpcLog("outbound|1||logs"))).build();
    HttpConnectionManager.Builder manager = HttpConnectionManager.newBuilder();
    manager
        .getTracingBuilder()
        .getProviderBuilder()
        .setTypedConfig(
            Any.pack(ZipkinConfig.newBuilder().setCollectorCluster("outbound|2||traces").build()));
    Listener.Builder first =
        Listener.newBuilder()
            .setName("first")
            .addAccessLog(log)
            .addFilterChains(chain(manager.build()));
    TcpProxy tcp = TcpProxy.newBuilder().setCluster("there").addAccessLog(log).build();
    Listener second =
        Listener.newBuilder()
            .setName("second")
            .addAccessLog(
                AccessLog.newBuilder().setTypedConfig(Any.pack(grpcLog("of_the_bootstrap"))))
            .addFilterChains(chain(tcp))
            .build();

    assertThat(MissingClusters.of(KNOWN, List.of(first.build(), second), List.of()))
        .containsExactly(
            new MissingCluster("outbound|1||logs", "", "first", "", Use.CALLS_OF_PROXY),
            new MissingCluster("outbound|2||traces", "", "first", "", Use.CALLS_OF_PROXY));
  }

  private static HttpGrpcAccessLogConfig grpcLog(String cluster) {
    HttpGrpcAccessLogConfig.Builder config = HttpGrpcAccessLogConfig.newBuilder();
    config
        .getCommonConfigBuilder()
        .getGrpcServiceBuilder()
        .getEnvoyGrpcBuilder()
        .setClusterName(cluster);
    return config.build();
  }

  @Test
  void saysWhoseRuleItIs() {
    ConfigKey key = new ConfigKey("VirtualService", "default", "v");
    Route.Builder route = route("gone").setMetadata(IstioMetadata.config(key));

    assertThat(MissingClusters.of(KNOWN, List.of(), List.of(routes(route))))
        .extracting(MissingCluster::config)
        .containsExactly(IstioMetadata.configPath(key));
  }
}
