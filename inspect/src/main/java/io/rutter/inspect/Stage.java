// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** A choice on a call's way through Envoy, in this order. */
public enum Stage {
  /** The listener, by address and port. */
  LISTENER,
  /** What the TLS and HTTP inspectors detect. */
  LISTENER_FILTERS,
  /** The filter chain, by the most specific match. */
  FILTER_CHAIN,
  /** Whether the chain's transport socket fits the client's TLS. */
  TRANSPORT_SOCKET,
  /** What the connection manager does to a request before it is routed. */
  CONNECTION_MANAGER,
  /** Whether the tokens of a request are good. */
  AUTHENTICATION,
  /** Whether policies, and services that are asked, allow the call. */
  AUTHORIZATION,
  /** The route configuration, inline or by name. */
  ROUTE_CONFIGURATION,
  /** The virtual host, by host. */
  VIRTUAL_HOST,
  /** The first route that matches. */
  ROUTE,
  /** What the route or the network filter does. */
  ACTION,
  /** Whether the clusters exist. */
  CLUSTER
}
