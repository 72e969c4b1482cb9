// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.FaultDelayDuration;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link FaultDelayDuration}: the one of its fields that is set. */
public final class FaultDelayDurationReader {
  private FaultDelayDurationReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<FaultDelayDuration> read(ObjectNode in) {
    return in.oneOf("fixedDelay", "exponentialDelay")
        .flatMap(
            field ->
                switch (field) {
                  case "fixedDelay" -> in.duration("fixedDelay").map(FaultDelayDuration.Fixed::new);
                  default ->
                      in.duration("exponentialDelay").map(FaultDelayDuration.Exponential::new);
                });
  }
}
