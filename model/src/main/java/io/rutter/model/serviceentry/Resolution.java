// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

/**
 * How endpoint addresses of a service entry are found (Istio reference: ServiceEntry.Resolution).
 */
public enum Resolution {
  /**
   * Traffic goes to the address that the client dialled; endpoints are not allowed. This is the
   * default.
   */
  NONE,
  /** The listed or selected addresses are used, delivered as endpoints. */
  STATIC,
  /** Names are resolved in the background and all results are used. */
  DNS,
  /**
   * Names are resolved in the background and one result is used for new connections; at most one
   * endpoint is allowed.
   */
  DNS_ROUND_ROBIN,
  /**
   * The host of each request is resolved on demand; all hosts must be wildcards, and protocols
   * HTTP, HTTP2, GRPC or TLS.
   */
  DYNAMIC_DNS
}
