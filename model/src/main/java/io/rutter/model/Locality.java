// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static java.util.Objects.requireNonNull;

/**
 * Where a workload runs, printed {@code region/zone/subzone}. Envoy document: {@code
 * config.core.v3.Locality}.
 *
 * @param region the region, or empty
 * @param zone the zone within the region, or empty
 * @param subZone the part of the zone, or empty
 */
public record Locality(String region, String zone, String subZone) {
  /** A place that is not known. */
  public static final Locality UNKNOWN = new Locality("", "", "");

  /** Checks that no part is null. */
  public Locality {
    requireNonNull(region, "region");
    requireNonNull(zone, "zone");
    requireNonNull(subZone, "subZone");
  }

  /** Reads {@code region/zone/subzone}; missing parts are empty. */
  public static Locality parse(String text) {
    String[] parts = text.split("/", -1);
    return new Locality(
        parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return region.isEmpty() && zone.isEmpty() && subZone.isEmpty();
  }

  @Override
  public String toString() {
    if (isUnknown()) {
      return "";
    }
    return region + "/" + zone + "/" + subZone;
  }
}
