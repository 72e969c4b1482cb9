// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.connection.ConnectionInspection;
import io.rutter.inspect.internal.simulator.connection.FilterChainChoice;
import io.rutter.inspect.internal.simulator.connection.FilterChainNames;
import io.rutter.inspect.internal.simulator.connection.ListenerChoice;
import io.rutter.inspect.internal.simulator.connection.TlsHandshake;
import io.rutter.inspect.internal.simulator.http.HttpRouting;
import io.rutter.model.problem.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call on its way: listener, filter chain, then what the chain's filters do with it. */
public final class Simulation {
  private final ResourceIndex resources;
  private final Call call;
  private final Trail trail;

  private Simulation(ResourceIndex resources, Call call, Trail trail) {
    this.resources = resources;
    this.call = call;
    this.trail = trail;
  }

  /** A run that has not started. */
  public static Simulation of(ResourceIndex resources, SourceMap sources, Call call) {
    return new Simulation(resources, call, Trail.start(sources, resources.origins()));
  }

  /** The call from its connection on. */
  public CallResult run() {
    Optional<Listener> listener = ListenerChoice.choose(resources.listeners(), call, trail);
    if (listener.isEmpty()) {
      trail.error(CallError.NO_LISTENER);
      return trail.end();
    }
    if (listener.get().hasFilterChainMatcher()) {
      return trail.fail(
          CallError.UNSUPPORTED,
          Stage.FILTER_CHAIN,
          "filter_chain_matcher: the simulator knows no matcher trees");
    }
    Connection connection = ConnectionInspection.inspect(listener.get(), call, trail);
    FilterChainChoice.Outcome outcome = FilterChainChoice.choose(listener.get(), connection);
    if (outcome.chains().size() > 1) {
      return ambiguous(outcome);
    }
    if (outcome.chains().isEmpty() && !listener.get().hasDefaultFilterChain()) {
      outcome
          .refused()
          .forEach(chain -> trail.unmet(Stage.FILTER_CHAIN, chain, "filterChainMatch"));
      return trail.fail(
          CallError.NO_FILTER_CHAIN,
          Stage.FILTER_CHAIN,
          "no chain takes the connection, and there is no default_filter_chain",
          outcome.rejected());
    }
    FilterChain chain =
        outcome.chains().isEmpty()
            ? listener.get().getDefaultFilterChain()
            : outcome.chains().get(0);
    trail.step(
        Stage.FILTER_CHAIN,
        FilterChainNames.of(chain),
        outcome.chains().isEmpty() ? "default_filter_chain" : "the most specific match",
        outcome.rejected());
    trail.origin(Stage.FILTER_CHAIN, chain, "", chain.getMetadata());
    trail.result().filterChain(chain.getName());
    Optional<CallError> refused = TlsHandshake.check(chain, call, trail);
    if (refused.isPresent()) {
      trail.unmet(Stage.FILTER_CHAIN, chain, "filterChainMatch");
      trail.error(refused.get());
      return trail.end();
    }
    return TerminalFilter.run(resources, chain, connection, trail);
  }

  /** The request from a route configuration on. */
  public CallResult route(RouteConfiguration routes) {
    return HttpRouting.route(resources, routes, call, trail);
  }

  private CallResult ambiguous(FilterChainChoice.Outcome outcome) {
    List<RejectedCandidate> others = new ArrayList<>(outcome.rejected());
    outcome
        .chains()
        .forEach(
            chain ->
                others.add(
                    new RejectedCandidate(
                        FilterChainNames.of(chain), "has the same match as another")));
    return trail.fail(
        CallError.MULTIPLE_FILTER_CHAINS,
        Stage.FILTER_CHAIN,
        "several chains match equally well: Envoy rejects such a listener",
        ImmutableList.copyOf(others));
  }
}
