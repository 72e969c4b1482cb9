// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Severity;
import java.util.Optional;

/**
 * What {@code .rutter.yaml} says.
 *
 * @param failOn the least severity that fails
 * @param strict whether unknown fields are errors
 * @param suppressions what is not shown and does not fail
 * @param severities other severities
 */
record ConfigFile(
    Optional<Severity> failOn,
    boolean strict,
    ImmutableList<Suppression> suppressions,
    ImmutableList<SeverityRule> severities) {
  /** A file that says nothing. */
  static final ConfigFile EMPTY =
      new ConfigFile(Optional.empty(), false, ImmutableList.of(), ImmutableList.of());
}
