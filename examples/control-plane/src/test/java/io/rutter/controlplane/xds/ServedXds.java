// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.base.Ticker;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.controlplane.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The services on a port of loopback, with a clock that a test moves on. */
final class ServedXds implements AutoCloseable {
  private final AtomicLong nanos = new AtomicLong();
  private final Server server;
  private final ManagedChannel channel;

  final List<Event> events = new CopyOnWriteArrayList<>();
  final XdsServices services;

  ServedXds(StreamLimits limits) throws IOException {
    services =
        new XdsServices(
            ServedXds::secret,
            limits,
            events::add,
            new Ticker() {
              @Override
              public long read() {
                return nanos.get();
              }
            });
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
    nanos.addAndGet(time.toNanos());
    services.tick();
  }

  /** How many events of this name there were. */
  long count(String name) {
    return events.stream().filter(event -> event.name().equals(name)).count();
  }

  /** Waits until something is so. */
  void until(String what, BooleanSupplier condition) {
    Waiting.until(what, () -> events.stream().limit(50).toList(), condition::getAsBoolean);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
