// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.internal.diff.condition.AccessStages;
import io.rutter.inspect.internal.diff.condition.CallFacts;
import io.rutter.inspect.internal.diff.condition.TokenFacts;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Division;
import io.rutter.inspect.internal.diff.division.Program;
import io.rutter.inspect.internal.diff.division.Program.Rule;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.diff.outcome.Outcome;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import io.rutter.inspect.internal.simulator.connection.TlsHandshake;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares connections that end without routes: by who calls. */
final class ConnectionComparison {
  private record Effect(Optional<CallError> error, Optional<ChainKey> chain, String clusters) {}

  private ConnectionComparison() {}

  static void run(
      Call base, CallEnd before, CallEnd after, ChangedClusters changed, String target, Drafts to) {
    Numbers numbers = new Numbers();
    Division<ImmutableList<AspectDifference>> division =
        new Division<>(
            values -> difference(Representative.of(base, values), before, after),
            Drafts.MOST_COMPARED);
    ImmutableList<Division.Part<ImmutableList<AspectDifference>>> parts =
        division.of(
            program(before, base, changed, "before", numbers),
            program(after, base, changed, "after", numbers),
            ImmutableMap.of());
    if (division.isBounded()) {
      to.bounded(target);
    }
    for (Division.Part<ImmutableList<AspectDifference>> part : parts) {
      Call example = Representative.of(base, part.example());
      to.add(
          target,
          part.conditions(),
          part.sampled(),
          part.difference(),
          example,
          before.side(),
          after.side());
    }
  }

  private static Optional<ImmutableList<AspectDifference>> difference(
      Call call, CallEnd before, CallEnd after) {
    ImmutableList<AspectDifference> found =
        Outcome.compare(
            Outcome.of(before, Optional.empty(), call), Outcome.of(after, Optional.empty(), call));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static Program program(
      CallEnd end, Call call, ChangedClusters changed, String name, Numbers numbers) {
    Optional<ChainKey> chain =
        end.error().isPresent()
            ? Optional.empty()
            : end.chain().map(found -> ChainKey.of(found, end.side()));
    String clusters = chain.isPresent() && changed.anyOf(chain.get().clusterNames()) ? name : "";
    Rule rule =
        new Rule(
            Condition.always(),
            numbers.applyAsInt(
                new Effect(end.error(), chain.map(ConnectionComparison::end), clusters)),
            true);
    return Program.of(access(end, call, numbers), ImmutableList.of(rule));
  }

  /** Which connections come to a chain is no effect of it. */
  private static ChainKey end(ChainKey chain) {
    return new ChainKey(
        FilterChainMatch.getDefaultInstance(),
        chain.socket(),
        chain.filters(),
        chain.requests(),
        chain.routesName(),
        chain.routes(),
        chain.clusters());
  }

  private static ImmutableList<ImmutableList<Rule>> access(
      CallEnd end, Call call, Numbers numbers) {
    if (end.error().isPresent() || end.chain().isEmpty()) {
      return ImmutableList.of();
    }
    CallFacts facts =
        new CallFacts(
            call,
            ClientIdentity.of(end.chain().get(), call),
            TlsHandshake.clients(end.chain().get()),
            end.serverName(),
            false,
            OptionalInt.empty(),
            TokenFacts.NONE);
    return AccessStages.of(
            end.chain().get().getFiltersList().stream().map(Filter::getTypedConfig).toList(),
            facts,
            end.side().index(),
            numbers)
        .stages();
  }
}
