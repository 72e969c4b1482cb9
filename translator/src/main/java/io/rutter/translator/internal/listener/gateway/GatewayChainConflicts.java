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
 * Filter chains of one listener that would take the same connections. Envoy refuses the whole
 * listener for one such pair, so the earlier chain keeps what it takes and the later one loses the
 * names that they share; without names of its own it goes. Envoy document: {@code
 * FilterChainMatch}.
 */
public final class GatewayChainConflicts {
  private GatewayChainConflicts() {}

  /**
   * What a chain takes.
   *
   * @param serverName a name, or empty for those that no other chain takes
   * @param applicationProtocols the protocols, or none for those that no other chain takes
   */
  private record Taken(String serverName, ImmutableList<String> applicationProtocols) {}

  /** The chains that can stand together, in the same order. */
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
   * A name that an earlier chain has.
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
