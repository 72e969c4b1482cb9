// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

/** The parts of a {@link MeshIndex}, by name. */
public enum MeshPart {
  SETTINGS,
  SERVICES,
  ALIASES,
  IMPORTS,
  WORKLOADS,
  ENDPOINTS,
  DESTINATION_RULES,
  PEER_AUTHENTICATIONS,
  AUTHORIZATION_POLICIES,
  REQUEST_AUTHENTICATIONS,
  NETWORKS,
  PROVIDERS,
  VIRTUAL_SERVICES,
  GATEWAYS,
  SIDECARS
}
