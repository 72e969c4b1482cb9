// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.AdditionalAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.match.IpRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the listener of a connection. A listener that restores the original destination ({@code
 * use_original_dst}) hands the connection to the listener of that address and port, else to the
 * listener of the wildcard address and port, else keeps it (Envoy: original destination listener
 * filter).
 */
public final class ListenerChoice {
  private static final String OUTBOUND = "virtualOutbound";
  private static final String INBOUND = "virtualInbound";

  private ListenerChoice() {}

  public static Optional<Listener> choose(List<Listener> listeners, Call call, Trail trail) {
    if (is(call, CallMode.INBOUND)) {
      return chosen(
          redirecting(listeners, INBOUND, TrafficDirection.INBOUND),
          "takes connections that enter the pod",
          List.of(),
          trail);
    }
    List<RejectedCandidate> rejected = new ArrayList<>();
    List<Listener> candidates = new ArrayList<>();
    for (Listener listener : listeners) {
      Optional<String> failure = failure(listener, call);
      failure.ifPresent(
          condition -> rejected.add(new RejectedCandidate(listener.getName(), condition)));
      if (failure.isEmpty()) {
        candidates.add(listener);
      }
    }
    Optional<Listener> exact =
        candidates.stream().filter(listener -> isExact(listener, call)).findFirst();
    if (exact.isPresent()) {
      return chosen(exact, "has the address and port of the call", rejected, trail);
    }
    if (!candidates.isEmpty()) {
      return chosen(
          Optional.of(candidates.get(0)),
          "has the port of the call, on the wildcard address",
          rejected,
          trail);
    }
    return is(call, CallMode.OUTBOUND)
        ? chosen(
            redirecting(listeners, OUTBOUND, TrafficDirection.OUTBOUND),
            "keeps what no other listener takes",
            rejected,
            trail)
        : chosen(Optional.empty(), "", rejected, trail);
  }

  private static Optional<Listener> chosen(
      Optional<Listener> listener, String reason, List<RejectedCandidate> rejected, Trail trail) {
    listener.ifPresent(
        winner -> {
          List<RejectedCandidate> others = new ArrayList<>(rejected);
          others.removeIf(other -> other.name().equals(winner.getName()));
          trail.step(Stage.LISTENER, winner.getName(), reason, others);
          trail.origin(Stage.LISTENER, winner, "", winner.getMetadata());
          trail.result().listener(winner.getName());
        });
    if (listener.isEmpty()) {
      trail.step(Stage.LISTENER, "", "no listener takes the connection", rejected);
    }
    return listener;
  }

  /** The listener that receives redirected connections: by its name, else by its settings. */
  private static Optional<Listener> redirecting(
      List<Listener> listeners, String name, TrafficDirection direction) {
    return listeners.stream()
        .filter(listener -> listener.getName().equals(name))
        .findFirst()
        .or(
            () ->
                listeners.stream()
                    .filter(listener -> listener.getTrafficDirection() == direction)
                    .filter(ConnectionInspection::restoresDestination)
                    .findFirst());
  }

  /** Why this listener does not match the call's address and port. */
  private static Optional<String> failure(Listener listener, Call call) {
    boolean quic = listener.getUdpListenerConfig().hasQuicOptions();
    boolean udp = addresses(listener).anyMatch(a -> a.getProtocol() == SocketAddress.Protocol.UDP);
    if (call.protocol() == CallProtocol.HTTP3 ? !quic : udp) {
      return Optional.of(udp ? "listens on UDP" : "does not listen for QUIC");
    }
    if (addresses(listener).noneMatch(address -> address.getPortValue() == call.port())) {
      return Optional.of("port " + ports(listener) + ": " + call.port());
    }
    if (!isExact(listener, call) && !isWildcard(listener, call)) {
      return Optional.of("address " + hosts(listener) + ": " + call.address());
    }
    if (is(call, CallMode.GATEWAY) && !binds(listener)) {
      return Optional.of("does not bind to its port, so only redirected connections reach it");
    }
    return Optional.empty();
  }

  private static boolean is(Call call, CallMode mode) {
    return call.mode().equals(Optional.of(mode));
  }

  private static boolean isExact(Listener listener, Call call) {
    return addresses(listener)
        .anyMatch(
            address ->
                address.getPortValue() == call.port()
                    && IpRanges.same(address.getAddress(), call.address()));
  }

  private static boolean isWildcard(Listener listener, Call call) {
    return addresses(listener)
        .anyMatch(
            address ->
                address.getPortValue() == call.port()
                    && IpRanges.takes(
                        address.getAddress(), address.getIpv4Compat(), call.address()));
  }

  private static boolean binds(Listener listener) {
    return !listener.hasBindToPort() || listener.getBindToPort().getValue();
  }

  private static Stream<SocketAddress> addresses(Listener listener) {
    return Stream.concat(
            Stream.of(listener.getAddress()),
            listener.getAdditionalAddressesList().stream().map(AdditionalAddress::getAddress))
        .filter(Address::hasSocketAddress)
        .map(Address::getSocketAddress);
  }

  private static String ports(Listener listener) {
    return String.join(
        ", ", addresses(listener).map(a -> String.valueOf(a.getPortValue())).distinct().toList());
  }

  private static String hosts(Listener listener) {
    return String.join(", ", addresses(listener).map(SocketAddress::getAddress).toList());
  }
}
