// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connections that tell the touched chains of a listener apart: by address, port, TLS, server name,
 * protocol and source.
 */
final class Connections {
  /** A port that no listener has, unless it is among those given. */
  private static final int OTHER_PORT = 49_999;

  private static final String UNKNOWN = "unknown.example";

  private final Proxy proxy;
  private final CallMode mode;
  private final Listener listener;
  private final TouchedChains chains;
  private final ImmutableSet<Integer> taken;
  private final PolicyPlaces places;

  private Connections(
      Proxy proxy, Listener listener, TouchedChains chains, ImmutableSet<Integer> taken) {
    this.proxy = proxy;
    this.mode = mode(proxy, listener);
    this.listener = listener;
    this.chains = chains;
    this.taken = taken;
    this.places = PolicyPlaces.of(chains.all());
  }

  /**
   * Connections to a listener of one of the sides.
   *
   * @param taken the ports of all listeners
   */
  static ImmutableList<Call> of(
      Proxy proxy, Listener listener, TouchedChains chains, ImmutableSet<Integer> taken) {
    Connections connections = new Connections(proxy, listener, chains, taken);
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    for (String address : connections.addresses()) {
      for (int port : connections.ports()) {
        for (String source : connections.sources()) {
          Call.Builder base =
              Call.builder()
                  .mode(connections.mode)
                  .address(address)
                  .port(port)
                  .sourceAddress(source);
          connections.protocols(base.build()).forEach(calls::add);
        }
      }
    }
    return calls.build();
  }

  /** How calls reach a listener. */
  static CallMode mode(Proxy proxy, Listener listener) {
    if (proxy.type() != ProxyType.SIDECAR) {
      return CallMode.GATEWAY;
    }
    if (listener.getName().equals("virtualInbound")) {
      return CallMode.INBOUND;
    }
    boolean binds = !listener.hasBindToPort() || listener.getBindToPort().getValue();
    return binds && !listener.getName().equals("virtualOutbound")
        ? CallMode.GATEWAY
        : CallMode.OUTBOUND;
  }

  private boolean isCatchAll() {
    return listener.getName().equals("virtualOutbound") || mode == CallMode.INBOUND;
  }

  private Set<String> addresses() {
    Set<String> addresses = new LinkedHashSet<>();
    SocketAddress own = listener.getAddress().getSocketAddress();
    if (mode == CallMode.INBOUND) {
      addresses.add(proxy.ipAddresses().stream().findFirst().orElse(Call.DEFAULT_ADDRESS));
    } else if (own.getAddress().equals("::")) {
      addresses.add("2001:db8::1");
      addresses.add(Call.DEFAULT_ADDRESS);
    } else if (own.getAddress().equals("0.0.0.0") || own.getAddress().isEmpty()) {
      addresses.add(Call.DEFAULT_ADDRESS);
    } else {
      addresses.add(own.getAddress());
    }
    listener
        .getAdditionalAddressesList()
        .forEach(more -> addresses.add(more.getAddress().getSocketAddress().getAddress()));
    chains.all().stream()
        .flatMap(chain -> chain.match().getPrefixRangesList().stream())
        .flatMap(range -> inside(range).stream())
        .forEach(addresses::add);
    if (isCatchAll()) {
      addresses.addAll(places.addresses());
    }
    addresses.removeIf(address -> address.equals("0.0.0.0") || address.equals("::"));
    return addresses;
  }

  private static Optional<String> inside(CidrRange range) {
    return InetAddresses.isInetAddress(range.getAddressPrefix())
        ? Optional.of(range.getAddressPrefix())
        : Optional.empty();
  }

  private Set<Integer> ports() {
    Set<Integer> ports = new LinkedHashSet<>();
    if (!isCatchAll()) {
      ports.add(listener.getAddress().getSocketAddress().getPortValue());
      return ports;
    }
    ports.addAll(chains.ports());
    ports.addAll(places.ports());
    int other = OTHER_PORT;
    while (taken.contains(other) || ports.contains(other)) {
      other--;
    }
    ports.add(other);
    return ports;
  }

  private Set<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    sources.add(Call.DEFAULT_SOURCE_ADDRESS);
    chains.all().stream()
        .flatMap(
            chain ->
                Stream.concat(
                    chain.match().getSourcePrefixRangesList().stream(),
                    chain.match().getDirectSourcePrefixRangesList().stream()))
        .flatMap(range -> inside(range).stream())
        .forEach(sources::add);
    return sources;
  }

  private ImmutableSet<String> serverNames() {
    boolean anyName =
        chains.all().stream().anyMatch(chain -> chain.match().getServerNamesCount() == 0);
    return anyName ? ImmutableSet.<String>builder().addAll(names()).add(UNKNOWN).build() : names();
  }

  /** The server names that policies and chains ask for. */
  private ImmutableSet<String> names() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(places.serverNames());
    for (ChainKey chain : chains.all()) {
      chain
          .match()
          .getServerNamesList()
          .forEach(name -> names.add(name.startsWith("*") ? "any" + name.substring(1) : name));
    }
    return names.build();
  }

  private List<Call> protocols(Call base) {
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    if (listener.getUdpListenerConfig().hasQuicOptions()) {
      for (String name : serverNames()) {
        calls.add(base.toBuilder().protocol(CallProtocol.HTTP3).tls(CallTls.TLS).sni(name).build());
      }
      return calls.build();
    }
    for (CallProtocol protocol : List.of(CallProtocol.TCP, CallProtocol.HTTP, CallProtocol.HTTP2)) {
      Call call = base.toBuilder().protocol(protocol).build();
      calls.add(call);
      for (String name : serverNames()) {
        Call tls = call.toBuilder().tls(CallTls.TLS).sni(name).build();
        calls.add(tls, tls.toBuilder().clientCertificate(true).build());
      }
      if (mode != CallMode.OUTBOUND) {
        Call mutual = call.toBuilder().tls(CallTls.MTLS).clientCertificate(true).build();
        calls.add(mutual);
        names().forEach(name -> calls.add(mutual.toBuilder().sni(name).build()));
      }
    }
    return calls.build();
  }

  /** The ports that listeners have. */
  static ImmutableSet<Integer> taken(List<Listener> listeners) {
    return ImmutableSet.copyOf(
        listeners.stream()
            .map(listener -> listener.getAddress().getSocketAddress().getPortValue())
            .collect(toImmutableList()));
  }
}
