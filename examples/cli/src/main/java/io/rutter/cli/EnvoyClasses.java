// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Loads Envoy's largest messages while something else runs: a third of the time to start. */
final class EnvoyClasses {
  private final Thread loading = new Thread(EnvoyClasses::load, "envoy-classes");

  private EnvoyClasses() {}

  /** Starts to load. */
  static EnvoyClasses preload() {
    EnvoyClasses classes = new EnvoyClasses();
    classes.loading.setDaemon(true);
    // Whatever it is, the translation meets it again, and says so.
    classes.loading.setUncaughtExceptionHandler((thread, e) -> {});
    classes.loading.start();
    return classes;
  }

  /** Waits for the end, so that no two threads initialize classes that need each other. */
  void await() {
    try {
      loading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void load() {
    List.<Message>of(
            Cluster.getDefaultInstance(),
            ClusterLoadAssignment.getDefaultInstance(),
            Listener.getDefaultInstance(),
            RouteConfiguration.getDefaultInstance(),
            HttpConnectionManager.getDefaultInstance(),
            DownstreamTlsContext.getDefaultInstance(),
            HttpProtocolOptions.getDefaultInstance())
        .forEach(
            message -> {
              try {
                JsonFormat.printer().appendTo(message, new StringBuilder());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
