// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.check;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.GrpcService.EnvoyGrpc;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.trace.v3.DatadogConfig;
import io.envoyproxy.envoy.config.trace.v3.ZipkinConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.translator.internal.proto.MessageWalk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the clusters of services that a proxy itself calls for its listeners: receivers of logs and
 * traces, servers of secrets and of keys for tokens, and those that decide about requests. Most
 * listeners share the same messages, so each is examined once.
 */
final class CalledServices {
  private final Set<Message> seen = new HashSet<>();

  void ofListener(Listener listener, Consumer<String> found) {
    ofEach(listener.getAccessLogList(), found);
  }

  void ofChain(FilterChain chain, Consumer<String> found) {
    of(chain.getTransportSocket(), found);
  }

  void ofTcp(TcpProxy proxy, Consumer<String> found) {
    ofEach(proxy.getAccessLogList(), found);
  }

  void ofHttp(HttpConnectionManager manager, Consumer<String> found) {
    ofEach(manager.getAccessLogList(), found);
    of(manager.getTracing(), found);
    ofEach(manager.getHttpFiltersList(), found);
  }

  /** A filter that is neither a TCP proxy nor a connection manager. */
  void ofFilter(Filter filter, Consumer<String> found) {
    of(filter, found);
  }

  private void ofEach(List<? extends Message> messages, Consumer<String> found) {
    messages.forEach(message -> of(message, found));
  }

  private void of(Message message, Consumer<String> found) {
    if (seen.add(message)) {
      MessageWalk.visit(message, part -> cluster(part, found));
    }
  }

  private static void cluster(Message part, Consumer<String> found) {
    if (part instanceof EnvoyGrpc grpc) {
      found.accept(grpc.getClusterName());
    } else if (part instanceof HttpUri uri) {
      found.accept(uri.getCluster());
    } else if (part instanceof ZipkinConfig zipkin) {
      found.accept(zipkin.getCollectorCluster());
    } else if (part instanceof DatadogConfig datadog) {
      found.accept(datadog.getCollectorCluster());
    }
  }
}
