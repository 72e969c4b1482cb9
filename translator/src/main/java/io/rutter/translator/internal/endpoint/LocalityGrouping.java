// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.rutter.model.Locality;
import io.rutter.model.registry.Endpoint;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.endpoint.LocalityGroup.Member;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.registry.EndpointIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the endpoints of a target's cluster, grouped by locality in lexical order, with gateways
 * in place of endpoints that are only reached through them. Within a locality, endpoints keep the
 * order of the registry.
 */
final class LocalityGrouping {
  private static final Comparator<Locality> BY_TEXT = Comparator.comparing(Locality::toString);

  private LocalityGrouping() {}

  /** The groups, none of them with a priority yet. */
  static ImmutableList<LocalityGroup> of(ClusterTarget target, EndpointMetadata metadata) {
    Map<Locality, List<Member>> byLocality = new HashMap<>();
    for (Endpoint endpoint : endpoints(target)) {
      if (EndpointFilter.accepts(target, endpoint)) {
        byLocality
            .computeIfAbsent(endpoint.locality(), locality -> new ArrayList<>())
            .add(
                new Member(
                    endpoint.labels(),
                    endpoint.network(),
                    endpoint.clusterId(),
                    origins(
                        LbEndpointTranslator.translate(target, endpoint, metadata),
                        target,
                        endpoint)));
      }
    }
    ImmutableList.Builder<LocalityGroup> groups = ImmutableList.builder();
    for (Locality locality : ImmutableList.sortedCopyOf(BY_TEXT, byLocality.keySet())) {
      groups.add(LocalityGroup.of(locality, requireNonNull(byLocality.get(locality))));
    }
    ImmutableList<LocalityGroup> reachable = SplitHorizon.apply(target, groups.build());
    return target.purpose() == Purpose.SNI_FORWARDING ? mutualTlsOnly(reachable) : reachable;
  }

  /** Tells what an endpoint is made from; of the part that a change of its weight keeps. */
  private static LbEndpoint origins(LbEndpoint made, ClusterTarget target, Endpoint endpoint) {
    Origins origins = target.scope().origins();
    if (origins.areKept()) {
      origins
          .places()
          .endpoint(target.service(), endpoint)
          .forEach(part -> origins.add(made.getEndpoint(), part));
    }
    return made;
  }

  private static ImmutableList<Endpoint> endpoints(ClusterTarget target) {
    EndpointIndex index = target.scope().mesh().endpoints();
    return target.discovery() == DiscoveryType.EDS
        ? index.endpoints(target.service(), target.port())
        : index.endpointsByPortNumber(target.service(), target.port());
  }

  /**
   * Only members that accept mutual TLS: a gateway that forwards TLS without terminating it must
   * not open a way around mutual TLS.
   */
  private static ImmutableList<LocalityGroup> mutualTlsOnly(ImmutableList<LocalityGroup> groups) {
    return groups.stream()
        .map(
            group ->
                group.withMembers(
                    group.members().stream()
                        .filter(Member::takesMutualTls)
                        .collect(toImmutableList())))
        .collect(toImmutableList());
  }
}
