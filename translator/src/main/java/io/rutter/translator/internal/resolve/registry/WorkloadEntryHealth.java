// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import io.rutter.model.internal.go.GoBooleans;
import io.rutter.model.serviceentry.WorkloadEntryResource;

/**
 * Which WorkloadEntries receive traffic: all, except those with health checks that are not reported
 * healthy. Istio document: Virtual Machine Installation, health checks.
 */
final class WorkloadEntryHealth {
  private static final String CHECKED = "proxy.istio.io/health-checks-enabled";

  private WorkloadEntryHealth() {}

  /** Whether services may select the entry. */
  static boolean takesPart(WorkloadEntryResource entry) {
    return !GoBooleans.isTrue(entry.metadata().annotations().getOrDefault(CHECKED, ""))
        || entry.healthy().orElse(false);
  }
}
