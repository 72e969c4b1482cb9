// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** A choice on a call's way through Envoy, in this order. */
public enum Stage {
  /** By address and port. */
  LISTENER,
  /** What the TLS and HTTP inspectors learn of the connection. */
  LISTENER_FILTERS,
  /** By the most specific match of the connection. */
  FILTER_CHAIN,
  /** Whether the chain's transport socket and the client's TLS fit. */
  TRANSPORT_SOCKET,
  /** What the connection manager does to a request before it is routed. */
  CONNECTION_MANAGER,
  /** Inline or named. */
  ROUTE_CONFIGURATION,
  /** By host. */
  VIRTUAL_HOST,
  /** The first that matches. */
  ROUTE,
  /** What the route, or the network filter, does with it. */
  ACTION,
  /** Whether the clusters exist. */
  CLUSTER
}
