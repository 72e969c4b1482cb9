// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.inspect.Denial;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a filter makes of a call.
 *
 * @param metadata what later filters find
 * @param denial why the call is refused; absent: it goes on
 * @param status what Envoy answers with, if it is not the usual status of such refusals
 */
record FilterDecision(Metadata metadata, Optional<Denial> denial, OptionalInt status) {
  static FilterDecision goesOn(Metadata metadata) {
    return new FilterDecision(metadata, Optional.empty(), OptionalInt.empty());
  }

  static FilterDecision denied(Metadata metadata, Denial denial) {
    return new FilterDecision(metadata, Optional.of(denial), OptionalInt.empty());
  }
}
