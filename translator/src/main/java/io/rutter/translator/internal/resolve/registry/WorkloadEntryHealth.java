// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.serviceentry.WorkloadEntryResource;

/**
 * Which WorkloadEntries receive traffic: all, except those with health checks that are not reported
 * healthy. Istio document: Virtual Machine Installation, health checks.
 */
final class WorkloadEntryHealth {
  private static final String CHECKED = "proxy.istio.io/health-checks-enabled";

  /** The spellings of true that Go parses. */
  private static final ImmutableSet<String> TRUE =
      ImmutableSet.of("1", "t", "T", "true", "TRUE", "True");

  private WorkloadEntryHealth() {}

  /** Whether services may select the entry. */
  static boolean takesPart(WorkloadEntryResource entry) {
    return !TRUE.contains(entry.metadata().annotations().getOrDefault(CHECKED, ""))
        || entry.healthy().orElse(false);
  }
}
