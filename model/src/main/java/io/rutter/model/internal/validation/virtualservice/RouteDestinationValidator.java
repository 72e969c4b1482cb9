// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.virtualservice.RouteDestination;

/** Checks the {@link RouteDestination}s of one rule. */
final class RouteDestinationValidator {
  private RouteDestinationValidator() {}

  static void validate(ImmutableList<RouteDestination> destinations, Findings at) {
    for (int i = 0; i < destinations.size(); i++) {
      DestinationValidator.validate(destinations.get(i).destination(), at.at(i).at("destination"));
      WeightRules.checkWeight(destinations.get(i).weight(), at.at(i).at("weight"));
    }
    WeightRules.checkTotal(destinations.stream().map(RouteDestination::weight).toList(), at);
  }
}
