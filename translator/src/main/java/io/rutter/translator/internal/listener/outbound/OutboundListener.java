// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.listener.chain.Binding;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An outbound listener while services are added to it. */
final class OutboundListener {
  private final Binding binding;
  private final int port;
  private final Map<ChainMatch.Part, OutboundChain> taken = new HashMap<>();
  private final List<OutboundChain> chains = new ArrayList<>();

  /** What it is made from; empty unless somebody asks. */
  private ImmutableSet<ConfigPart> origins = ImmutableSet.of();

  private Protocol protocol;
  private boolean complete;

  OutboundListener(Binding binding, int port, Protocol protocol) {
    this.binding = binding;
    this.port = port;
    this.protocol = protocol;
  }

  /** Says what it is made from. */
  void from(ConfigPart part) {
    origins = ImmutableSet.<ConfigPart>builder().addAll(origins).add(part).build();
  }

  /** What it is made from. */
  ImmutableSet<ConfigPart> origins() {
    return origins;
  }

  /**
   * A chain whose match overlaps that of an earlier one.
   *
   * @param chain the chain
   * @param serverName the first server name in common, or empty for connections without one
   * @param other the earlier chain
   */
  record Conflict(OutboundChain chain, String serverName, OutboundChain other) {}

  /**
   * Adds chains without the server names that earlier chains have; a chain with none left is not
   * added.
   */
  @CanIgnoreReturnValue
  ImmutableList<Conflict> add(List<OutboundChain> more) {
    ImmutableList.Builder<Conflict> conflicts = ImmutableList.builder();
    for (OutboundChain chain : more) {
      add(chain).ifPresent(conflicts::add);
    }
    return conflicts.build();
  }

  private Optional<Conflict> add(OutboundChain chain) {
    ImmutableList<String> written = chain.match().effectiveServerNames();
    ImmutableList<String> names = written.isEmpty() ? ImmutableList.of("") : written;
    ImmutableList.Builder<String> free = ImmutableList.builder();
    Optional<Conflict> conflict = Optional.empty();
    for (String name : names) {
      ImmutableSet<ChainMatch.Part> parts = chain.match().parts(name);
      Optional<OutboundChain> other = takenBy(parts);
      if (other.isEmpty()) {
        free.add(name);
        for (ChainMatch.Part part : parts) {
          taken.put(part, chain);
        }
      } else if (conflict.isEmpty()) {
        conflict = other.map(earlier -> new Conflict(chain, name, earlier));
      }
    }
    ImmutableList<String> left = free.build();
    if (conflict.isEmpty()) {
      chains.add(chain);
    } else if (!left.isEmpty()) {
      chains.add(chain.matching(chain.match().withServerNames(left)));
    }
    return conflict;
  }

  private Optional<OutboundChain> takenBy(ImmutableSet<ChainMatch.Part> parts) {
    for (ChainMatch.Part part : parts) {
      OutboundChain other = taken.get(part);
      if (other != null) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** The name. */
  String name() {
    return ListenerNames.of(binding.main(), port);
  }

  /** Its addresses. */
  Binding binding() {
    return binding;
  }

  /** The port; 0 for a Unix socket. */
  int port() {
    return port;
  }

  /** The protocol of all its services, or {@code UNSUPPORTED} if it has to be detected. */
  Protocol protocol() {
    return protocol;
  }

  /** Makes the listener detect the protocol. */
  void detectProtocol() {
    protocol = Protocol.UNSUPPORTED;
  }

  /** Whether a Sidecar declares the port, so that no further service is added. */
  boolean isComplete() {
    return complete;
  }

  /** Rejects further services. */
  void complete() {
    complete = true;
  }

  /** The chains, in order of addition. */
  ImmutableList<OutboundChain> chains() {
    return ImmutableList.copyOf(chains);
  }
}
