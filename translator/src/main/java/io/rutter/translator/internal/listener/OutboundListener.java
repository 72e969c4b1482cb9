// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.Protocol;
import io.rutter.translator.internal.naming.ListenerNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outbound listener while services are added to it. */
final class OutboundListener {
  private final Binding binding;
  private final int port;
  private final Map<ChainMatch.Key, OutboundChain> chains = new LinkedHashMap<>();
  private Protocol protocol;
  private boolean complete;

  OutboundListener(Binding binding, int port, Protocol protocol, List<OutboundChain> chains) {
    this.binding = binding;
    this.port = port;
    this.protocol = protocol;
    add(chains);
  }

  /** Adds the chains whose connections no chain takes yet; tells which were not added. */
  @CanIgnoreReturnValue
  ImmutableList<OutboundChain> add(List<OutboundChain> more) {
    ImmutableList.Builder<OutboundChain> refused = ImmutableList.builder();
    for (OutboundChain chain : more) {
      if (chains.putIfAbsent(chain.match().key(), chain) != null) {
        refused.add(chain);
      }
    }
    return refused.build();
  }

  /** The name. */
  String name() {
    return ListenerNames.of(binding.main(), port);
  }

  /** Where it listens. */
  Binding binding() {
    return binding;
  }

  /** The port; 0 for a Unix socket. */
  int port() {
    return port;
  }

  /** The protocol of all its services, or that it has to be detected. */
  Protocol protocol() {
    return protocol;
  }

  /** From now on the protocol has to be detected. */
  void detectProtocol() {
    protocol = Protocol.UNSUPPORTED;
  }

  /** Whether a Sidecar names the port, so that no further service is added. */
  boolean isComplete() {
    return complete;
  }

  /** From now on no further service is added. */
  void complete() {
    complete = true;
  }

  /** The chains, in order of addition. */
  ImmutableList<OutboundChain> chains() {
    return ImmutableList.copyOf(chains.values());
  }
}
