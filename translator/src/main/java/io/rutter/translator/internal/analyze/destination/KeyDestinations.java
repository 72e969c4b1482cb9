// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.TokenKeys;

/**
 * Where proxies fetch the keys of tokens, as destinations. Istio document: RequestAuthentication.
 */
final class KeyDestinations {
  private static final ProblemSink NOWHERE = problem -> {};

  private KeyDestinations() {}

  static ImmutableList<PlacedDestination> of(MeshIndex mesh) {
    ImmutableList.Builder<PlacedDestination> found = ImmutableList.builder();
    for (RequestAuthentication policy : mesh.snapshot().requestAuthentications()) {
      FindingPlace rules =
          FindingPlace.spec("RequestAuthentication", policy.metadata(), NOWHERE).at("jwtRules");
      for (int i = 0; i < policy.jwtRules().size(); i++) {
        TokenKeys keys =
            mesh.requestAuthentications().keys(policy.jwtRules().get(i), mesh.services());
        if (keys instanceof TokenKeys.Remote remote) {
          FindingPlace place = rules.at(i);
          OutboundClusterName.parse(remote.cluster())
              .map(KeyDestinations::destination)
              .map(
                  destination ->
                      new PlacedDestination(
                          place,
                          PlacedDestination.Form.KEYS,
                          destination,
                          ImmutableSet.of(),
                          false))
              .ifPresent(found::add);
        }
      }
    }
    return found.build();
  }

  private static Destination destination(OutboundClusterName cluster) {
    return Destination.builder().host(cluster.host()).port(cluster.port()).build();
  }
}
