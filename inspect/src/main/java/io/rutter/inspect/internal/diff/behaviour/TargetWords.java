// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallTls;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What calls go to, for people.
 *
 * @param ports the ports that something names
 */
record TargetWords(ImmutableSet<Integer> ports) {
  /** Virtual hosts that are for all hosts without another one. */
  private static final ImmutableSet<String> FOR_OTHERS = ImmutableSet.of("allow_any", "block_all");

  /** The server name, else address and port. */
  String connection(Call call) {
    if (call.mode().equals(Optional.of(CallMode.INBOUND))) {
      return port(call);
    }
    boolean unknown = call.sni().isEmpty() || call.sni().get().startsWith("unknown.");
    if (call.tls() == CallTls.TLS && !unknown) {
      return at(call.sni().get(), call);
    }
    return call.address().equals(Call.DEFAULT_ADDRESS)
        ? "any address on " + port(call)
        : at(call.address(), call);
  }

  /** The host that requests ask for: its virtual host, but not the one for all others. */
  String host(Call call, HostPairs.Pair pair) {
    if (call.mode().equals(Optional.of(CallMode.INBOUND))) {
      return port(call);
    }
    boolean any = call.address().equals(Call.DEFAULT_ADDRESS);
    boolean one = !any && call.mode().equals(Optional.of(CallMode.OUTBOUND));
    return named(call, pair) + (one ? " at " + call.address() : "");
  }

  private String named(Call call, HostPairs.Pair pair) {
    return Stream.of(pair.after(), pair.before())
        .flatMap(Optional::stream)
        .map(VirtualHost::getName)
        .filter(name -> !FOR_OTHERS.contains(name) && !name.startsWith("blackhole:"))
        .findFirst()
        .map(name -> name.startsWith("*:") ? "any host on " + port(call) : name)
        .orElseGet(
            () ->
                HostPairs.isUnknown(pair.hosts().get(0))
                    ? "other hosts on " + port(call)
                    : at(pair.hosts().get(0), call));
  }

  private String at(String host, Call call) {
    return ports.contains(call.port())
        ? host + (host.contains(":") ? " on port " : ":") + call.port()
        : host + " on other ports";
  }

  private String port(Call call) {
    return ports.contains(call.port()) ? "port " + call.port() : "other ports";
  }
}
