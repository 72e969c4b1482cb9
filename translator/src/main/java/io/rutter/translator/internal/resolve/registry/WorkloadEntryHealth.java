// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.serviceentry.WorkloadEntryResource;

/**
 * Which WorkloadEntries serve. One whose health is checked does once it is reported healthy, all
 * others do. Istio document: Virtual Machine Installation, health checks.
 */
final class WorkloadEntryHealth {
  private static final String CHECKED = "proxy.istio.io/health-checks-enabled";

  /** How Go writes true. */
  private static final ImmutableSet<String> TRUE =
      ImmutableSet.of("1", "t", "T", "true", "TRUE", "True");

  private WorkloadEntryHealth() {}

  /** Whether services may select the entry. */
  static boolean takesPart(WorkloadEntryResource entry) {
    return !TRUE.contains(entry.metadata().annotations().getOrDefault(CHECKED, ""))
        || entry.healthy().orElse(false);
  }
}
