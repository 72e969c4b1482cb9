// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

/** How near an endpoint should be. Kubernetes document: Service, {@code trafficDistribution}. */
public enum TrafficDistribution {
  /** No preference. */
  ANY,
  /** The same network, region and zone first ({@code PreferClose}, {@code PreferSameZone}). */
  PREFER_SAME_ZONE,
  /** The same node first, then like {@link #PREFER_SAME_ZONE}. */
  PREFER_SAME_NODE
}
