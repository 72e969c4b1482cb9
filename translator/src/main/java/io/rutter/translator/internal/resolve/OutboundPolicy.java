// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.virtualservice.Destination;
import java.util.Optional;

/**
 * What happens to outbound traffic for destinations that are not known.
 *
 * @param mode the treatment
 * @param egressProxy where it goes instead of its original destination
 */
public record OutboundPolicy(Mode mode, Optional<Destination> egressProxy) {
  /** The treatments. */
  public enum Mode {
    /** Refused. */
    REGISTRY_ONLY,
    /** Passed on to the address that was dialled. */
    ALLOW_ANY,
    /** Resolved by name for each request. */
    ALLOW_ANY_DYNAMIC_DNS
  }
}
