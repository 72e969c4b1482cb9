// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares all calls that come to a listener of either side. */
final class ListenerComparison {
  /** Connections that end at the same chains, or fail alike, differ alike. */
  private record Ends(
      Optional<ChainKey> before,
      Optional<ChainKey> after,
      Optional<CallError> errorBefore,
      Optional<CallError> errorAfter,
      boolean http,
      boolean encrypted,
      boolean certificate,
      int port,
      String address,
      String serverName) {}

  private final ProxyPair pair;
  private final Drafts drafts = new Drafts();
  private final Set<Ends> seen = new HashSet<>();

  /** Ports that something names. */
  private final Set<Integer> ports = new HashSet<>();

  /** Server names that policies tell apart. */
  private final ImmutableSet<String> named;

  private ListenerComparison(ProxyPair pair, TouchedChains chains) {
    this.pair = pair;
    PolicyPlaces places = PolicyPlaces.of(chains.all());
    this.named = places.serverNames();
    ports.addAll(places.ports());
    ports.addAll(chains.ports());
  }

  static Drafts of(
      Optional<Listener> before, Optional<Listener> after, TouchedChains chains, ProxyPair pair) {
    ListenerComparison comparison = new ListenerComparison(pair, chains);
    ImmutableSet<Integer> taken =
        ImmutableSet.<Integer>builder()
            .addAll(Connections.taken(pair.before().index().listeners()))
            .addAll(Connections.taken(pair.after().index().listeners()))
            .build();
    comparison.ports.addAll(taken);
    Set<Call> calls = new LinkedHashSet<>();
    for (Listener listener : listeners(before, after)) {
      calls.addAll(Connections.of(pair.after().resources().proxy(), listener, chains, taken));
    }
    calls.forEach(comparison::compare);
    return comparison.drafts;
  }

  private static List<Listener> listeners(Optional<Listener> before, Optional<Listener> after) {
    ImmutableList.Builder<Listener> all = ImmutableList.builder();
    after.ifPresent(all::add);
    before.ifPresent(all::add);
    return all.build();
  }

  private void compare(Call call) {
    CallEnd before = CallEnd.of(pair.before(), call);
    CallEnd after = CallEnd.of(pair.after(), call);
    boolean routed =
        call.protocol().isHttp() && (before.manager().isPresent() || after.manager().isPresent());
    boolean ends = endsTls(before) || endsTls(after);
    boolean encrypted = call.tls() != CallTls.PLAINTEXT && (routed || ends);
    Ends key =
        new Ends(
            before.chain().map(chain -> ChainKey.of(chain, pair.before())),
            after.chain().map(chain -> ChainKey.of(chain, pair.after())),
            before.error(),
            after.error(),
            routed,
            encrypted,
            encrypted && call.clientCertificate(),
            call.port(),
            call.address(),
            named.contains(before.serverName()) ? before.serverName() : "");
    if (!seen.add(key)) {
      return;
    }
    drafts.at(call.mode().orElse(CallMode.OUTBOUND), protocol(call));
    if (routed) {
      new HttpComparison(call, before, after, pair.changed(), words(), drafts).run();
    } else {
      ConnectionComparison.run(
          call, before, after, pair.changed(), words().connection(call), drafts);
    }
  }

  private TargetWords words() {
    return new TargetWords(ImmutableSet.copyOf(ports));
  }

  private static boolean endsTls(CallEnd end) {
    return end.chain().map(chain -> chain.hasTransportSocket()).orElse(false);
  }

  private static String protocol(Call call) {
    String protocol = call.protocol().isHttp() ? "HTTP" : "TCP";
    return switch (call.tls()) {
      case PLAINTEXT -> protocol;
      case TLS -> protocol + " over TLS" + (call.clientCertificate() ? " with a certificate" : "");
      case MTLS -> protocol + " over the mesh's mutual TLS";
    };
  }
}
