// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.authorization.NetworkAccess;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.config.Weighted;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import io.rutter.inspect.internal.simulator.http.Clusters;
import io.rutter.inspect.internal.simulator.http.HttpRouting;
import java.util.Optional;

/** The filters of a chain up to its end: an HTTP connection manager or a TCP proxy. */
final class TerminalFilter {
  private static final String SNI_CLUSTER = "sni_cluster.v3.SniCluster";

  private TerminalFilter() {}

  static CallResult run(
      ResourceIndex resources, FilterChain chain, Connection connection, Trail trail) {
    String clusterOfServerName = "";
    ClientIdentity client = ClientIdentity.of(chain, connection.call());
    NetworkAccess access =
        new NetworkAccess(
            resources,
            chain.getFiltersList().stream().map(Filter::getTypedConfig).toList(),
            connection,
            client,
            trail);
    for (Filter filter : chain.getFiltersList()) {
      if (filter.getTypedConfig().getTypeUrl().endsWith("." + SNI_CLUSTER)) {
        clusterOfServerName = connection.serverName();
      }
      Optional<CallResult> closed = access.closes(filter.getTypedConfig());
      if (closed.isPresent()) {
        return closed.get();
      }
      Optional<HttpConnectionManager> http = resources.manager(filter.getTypedConfig());
      if (http.isPresent()) {
        return http(resources, client, http.get(), connection, trail);
      }
      Optional<TcpProxy> tcp = UnpackedConfig.of(filter.getTypedConfig(), TcpProxy.class);
      if (tcp.isPresent()) {
        return tcp(resources, filter, tcp.get(), clusterOfServerName, connection.call(), trail);
      }
    }
    if (chain.getFiltersCount() == 0) {
      trail.step(Stage.ACTION, "", "the chain has no filter: Envoy closes");
      trail.result().error(CallError.NO_CLUSTER);
      return trail.end();
    }
    return trail.fail(
        CallError.UNSUPPORTED,
        Stage.ACTION,
        "the simulator knows only HTTP connection managers and TCP proxies, not "
            + chain.getFilters(chain.getFiltersCount() - 1).getName());
  }

  private static CallResult tcp(
      ResourceIndex resources,
      Filter filter,
      TcpProxy proxy,
      String clusterOfServerName,
      Call call,
      Trail trail) {
    if (!clusterOfServerName.isEmpty()) {
      trail.step(Stage.ACTION, clusterOfServerName, "sni_cluster: the server name of the call");
      return Clusters.end(resources, ImmutableList.of(Weighted.all(clusterOfServerName)), trail);
    }
    trail.step(
        Stage.ACTION, "tcp_proxy", proxy.hasWeightedClusters() ? "by weight" : "the only cluster");
    trail.origin(Stage.ACTION, filter, "");
    ImmutableList<Weighted> choices = Weighted.ofTcp(proxy, call);
    for (Weighted choice : choices) {
      if (choice.weight() > 0) {
        String cluster =
            proxy.hasWeightedClusters()
                ? ".weightedClusters.clusters[" + choice.place() + "]"
                : ".cluster";
        trail.origin(Stage.ACTION, filter, "typedConfig" + cluster);
      }
    }
    return Clusters.end(resources, choices, trail);
  }

  private static CallResult http(
      ResourceIndex resources,
      ClientIdentity client,
      HttpConnectionManager manager,
      Connection connection,
      Trail trail) {
    Call call = connection.call();
    boolean encrypted = call.tls() != CallTls.PLAINTEXT || call.protocol() == CallProtocol.HTTP3;
    if (encrypted && !client.encrypted()) {
      return trail.fail(
          CallError.PROTOCOL_ERROR,
          Stage.CONNECTION_MANAGER,
          "the chain does not end TLS, so the connection manager reads the client's TLS bytes");
    }
    if (!call.protocol().isHttp()) {
      return trail.fail(
          CallError.PROTOCOL_ERROR,
          Stage.CONNECTION_MANAGER,
          "the connection manager takes only HTTP");
    }
    return HttpRouting.run(resources, manager, connection, client, trail);
  }
}
