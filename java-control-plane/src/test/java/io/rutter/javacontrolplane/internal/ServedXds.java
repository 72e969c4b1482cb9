// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.util.concurrent.Uninterruptibles;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.javacontrolplane.XdsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The services on a port of loopback, with a clock that a test moves on. */
final class ServedXds implements AutoCloseable {
  /** How long anything may take: a test that waits this long has found a fault. */
  static final Duration MOST = Duration.ofMinutes(2);

  private static final XdsServices.Arrivals NOBODY =
      new XdsServices.Arrivals() {
        @Override
        public Optional<String> refusal(XdsClient client) {
          return Optional.empty();
        }

        @Override
        public void onArrival(XdsClient client, Node node) {}

        @Override
        public void onDeparture(XdsClient client) {}
      };

  private final Server server;
  private final ManagedChannel channel;

  /** What the listener was told, {@code event: details}. */
  final List<String> events = new CopyOnWriteArrayList<>();

  final XdsServices services;

  ServedXds(StreamLimits limits) throws IOException {
    services = new XdsServices(ServedXds::secret, limits, new ToldEvents(events::add), NOBODY);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            InsecureServerCredentials.create());
    services.definitions().forEach(builder::addService);
    server = builder.build().start();
    channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .usePlaintext()
            .build();
  }

  /** A source with a fault. */
  private static Optional<Secret> secret(String name) {
    if (name.equals("faulty")) {
      throw new IllegalStateException("fault of a source");
    }
    return Optional.of(Secret.newBuilder().setName(name).build());
  }

  RawClient client(String nodeId) {
    return new RawClient(channel, nodeId);
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Moves the clock on. */
  void pass(Duration time) {
    services.tick(time);
  }

  /** How many events of this name there were. */
  long count(String name) {
    return events.stream().filter(event -> event.startsWith(name + ":")).count();
  }

  /** Waits until something is so. */
  void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail(what + ": not within " + MOST + "; " + events.stream().limit(50).toList());
      }
      Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(10));
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
