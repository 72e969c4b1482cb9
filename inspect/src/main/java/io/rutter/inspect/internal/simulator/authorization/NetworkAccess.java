// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.protobuf.Any;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** The filters of a chain that decide which connections go on. Mutable; for one call only. */
public final class NetworkAccess {
  private final ResourceIndex resources;
  private final List<Any> filters;
  private final Trail trail;
  private AccessFacts facts;

  /**
   * The beginning of a chain.
   *
   * @param filters the settings of all filters of the chain, in its order
   */
  public NetworkAccess(
      ResourceIndex resources,
      List<Any> filters,
      Connection connection,
      ClientIdentity client,
      Trail trail) {
    this.resources = resources;
    this.filters = filters;
    this.trail = trail;
    this.facts = AccessFacts.of(connection, client);
  }

  /** The end of the call if this filter closes the connection; others are ignored. */
  public Optional<CallResult> closes(Any filter) {
    Optional<RbacFilter> rbac = RbacFilter.ofNetwork(filter);
    Optional<FilterDecision> decision =
        rbac.map(found -> found.decide(facts, isAsking(found), trail))
            .or(
                () ->
                    ExtAuthzFilter.ofNetwork(filter)
                        .map(found -> found.decide(facts, resources, trail)));
    decision.ifPresent(made -> facts = facts.withMetadata(made.metadata()));
    return decision
        .flatMap(FilterDecision::denial)
        .map(denial -> trail.deny(CallError.CONNECTION_DENIED, denial));
  }

  private boolean isAsking(RbacFilter rbac) {
    return filters.stream()
        .flatMap(filter -> ExtAuthzFilter.ofNetwork(filter).stream())
        .anyMatch(filter -> filter.follows(rbac));
  }
}
