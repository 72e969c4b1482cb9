// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.virtualservice.HttpRouteDestination;

/** Checks the {@link HttpRouteDestination}s of one rule. */
final class HttpRouteDestinationValidator {
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
  }
}
