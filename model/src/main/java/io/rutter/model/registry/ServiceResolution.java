// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

/**
 * How the addresses of a service are found. Istio document: Service Entry, {@code
 * ServiceEntry.Resolution}.
 */
public enum ServiceResolution {
  /** The endpoints are known and the proxy balances between them. */
  CLIENT_SIDE_LB,
  /**
   * The connection goes on to the address that the client asked for: headless services, resolution
   * NONE.
   */
  PASSTHROUGH,
  /** The proxy resolves the endpoints' names and balances between all answers. */
  DNS,
  /** The proxy resolves one name and uses the first answer for each new connection. */
  DNS_ROUND_ROBIN,
  /** The proxy resolves the name that each request asks for. */
  DYNAMIC_DNS,
  /** Another name for a service: Kubernetes' ExternalName. */
  ALIAS
}
