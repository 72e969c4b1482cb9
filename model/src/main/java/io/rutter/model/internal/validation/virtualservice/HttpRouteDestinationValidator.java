// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.virtualservice.HttpRouteDestination;

/** Checks the {@link HttpRouteDestination}s of one rule. */
final class HttpRouteDestinationValidator {
  /** Envoy document: route_components.proto, {@code WeightedCluster.clusters}. */
  private static final long MOST_WEIGHT = 4_294_967_295L;

  private HttpRouteDestinationValidator() {}

  static void validate(ImmutableList<HttpRouteDestination> destinations, Findings at) {
    for (int i = 0; i < destinations.size(); i++) {
      HttpRouteDestination destination = destinations.get(i);
      Findings here = at.at(i);
      DestinationValidator.validate(destination.destination(), here.at("destination"));
      WeightRules.checkWeight(destination.weight(), here.at("weight"));
      destination.headers().ifPresent(h -> HeadersValidator.validate(h, here.at("headers")));
    }
    WeightRules.checkTotal(destinations.stream().map(HttpRouteDestination::weight).toList(), at);
    long total = destinations.stream().mapToLong(each -> each.weight().orElse(0)).sum();
    if (total > MOST_WEIGHT) {
      at.invalid("weights add up to " + total + " (expected: at most " + MOST_WEIGHT + ")");
    }
  }
}
