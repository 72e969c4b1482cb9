// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Filter chains of one listener that would match the same connections. Envoy rejects the whole
 * listener for one such pair, so the earlier chain keeps its match and the later one loses the
 * server names that both have; a chain left without names is dropped. Envoy document: {@code
 * FilterChainMatch}.
 */
public final class GatewayChainConflicts {
  private GatewayChainConflicts() {}

  /**
   * A match of a chain.
   *
   * @param serverName a server name, or empty for names of no other chain
   * @param applicationProtocols the ALPN protocols, or none for protocols of no other chain
   */
  private record Taken(String serverName, ImmutableList<String> applicationProtocols) {}

  /** The chains without conflicts, in the same order. */
  public static ImmutableList<GatewayChain> resolve(
      String listenerName, List<GatewayChain> chains, ProblemSink problems) {
    Map<Taken, GatewayChain> taken = new LinkedHashMap<>();
    ImmutableList.Builder<GatewayChain> kept = ImmutableList.builder();
    for (GatewayChain chain : chains) {
      ImmutableList<String> names = names(chain);
      ImmutableList.Builder<String> free = ImmutableList.builder();
      Optional<Conflict> conflict = Optional.empty();
      for (String name : names) {
        GatewayChain other =
            taken.putIfAbsent(new Taken(name, chain.applicationProtocols()), chain);
        if (other == null) {
          free.add(name);
        } else if (conflict.isEmpty()) {
          conflict = Optional.of(new Conflict(name, other));
        }
      }
      conflict.ifPresent(found -> report(listenerName, chain, found, problems));
      ImmutableList<String> left = free.build();
      if (conflict.isEmpty()) {
        kept.add(chain);
      } else if (!left.isEmpty()) {
        kept.add(chain.withServerNames(left));
      }
    }
    return kept.build();
  }

  /**
   * A server name that an earlier chain has.
   *
   * @param serverName the name, or empty for any
   * @param other the chain
   */
  private record Conflict(String serverName, GatewayChain other) {}

  private static ImmutableList<String> names(GatewayChain chain) {
    ImmutableList<String> names = chain.matchedServerNames().asList();
    return names.isEmpty() ? ImmutableList.of("") : names;
  }

  private static void report(
      String listenerName, GatewayChain chain, Conflict conflict, ProblemSink problems) {
    problems.report(
        Problem.warning(ProblemCode.CONFLICT)
            .object(chain.origin().object())
            .path(chain.origin().path())
            .message(
                "TLS server name: "
                    + (conflict.serverName().isEmpty() ? "any" : conflict.serverName())
                    + " (expected: one that "
                    + conflict.other().origin()
                    + " does not have on listener "
                    + listenerName
                    + ")")
            .build());
  }
}
