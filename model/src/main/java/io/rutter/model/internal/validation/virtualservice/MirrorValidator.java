// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Mirror;

/** Checks a rule's {@link Mirror}s and the older fields of the same meaning. */
final class MirrorValidator {
  private MirrorValidator() {}

  static void validate(HttpRoute route, Findings at) {
    if (route.mirror().isPresent() && !route.mirrors().isEmpty()) {
      at.conflicting("mirror beside mirrors (expected: one of them)");
    }
    route.mirror().ifPresent(mirror -> DestinationValidator.validate(mirror, at.at("mirror")));
    for (int i = 0; i < route.mirrors().size(); i++) {
      Mirror mirror = route.mirrors().get(i);
      Findings here = at.at("mirrors").at(i);
      DestinationValidator.validate(mirror.destination(), here.at("destination"));
      mirror.percentage().ifPresent(p -> ValueRules.checkShare(p, here.at("percentage")));
    }
    route
        .mirrorPercent()
        .ifPresent(
            percent -> {
              if (percent > 100) {
                at.at("mirrorPercent").invalid("percent: " + percent + " (expected: 0 to 100)");
              }
              at.at("mirrorPercent")
                  .warn(
                      ProblemCode.DEPRECATED_FIELD,
                      "mirrorPercent is deprecated (expected: mirrorPercentage)");
            });
    route.mirrorPercentage().ifPresent(p -> ValueRules.checkPercent(p, at.at("mirrorPercentage")));
  }
}
