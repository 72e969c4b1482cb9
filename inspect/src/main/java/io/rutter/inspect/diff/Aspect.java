// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

/** What may differ about calls, in the order in which it is told. */
public enum Aspect {
  /** Whether they are allowed, or by which service that is asked. */
  ACCESS("access"),
  /**
   * Where they end: clusters with their shares, a redirect, an answer of Envoy itself, an error.
   */
  DESTINATION("destination"),
  /** Headers, parameters and cookies in which tokens are looked for. */
  TOKENS("where tokens are looked for"),
  /** The host that the destination sees. */
  HOST("host"),
  /** The path that the destination sees. */
  PATH("path"),
  /** Headers of requests that are set or removed. */
  REQUEST_HEADERS("request headers"),
  /** Headers of responses that are set or removed. */
  RESPONSE_HEADERS("response headers"),
  /** How long Envoy waits for the response. */
  TIMEOUT("timeout"),
  /** What is tried again, and how often. */
  RETRIES("retries"),
  /** Where copies go. */
  MIRROR("mirror"),
  /** Delays and aborts that are injected. */
  FAULT("fault"),
  /** Which web pages may call (CORS). */
  CORS("CORS"),
  /** What requests of one client have in common, for consistent balancing. */
  HASHING("hashing"),
  /** Other settings of the route. */
  ROUTE("other settings of the route"),
  /** Other settings of the virtual host. */
  VIRTUAL_HOST("other settings of the host"),
  /** Settings of the connection manager or TCP proxy, among them other filters. */
  CONNECTION("settings of the connection"),
  /** The TLS that ends at the proxy: its certificates and versions. */
  SERVER_TLS("TLS of the listener"),
  /** TLS to the destination. */
  TLS("TLS to the destination"),
  /** How calls are spread over the endpoints of the destination. */
  BALANCING("load balancing"),
  /** Connections and requests that are kept open or allowed (circuit breakers, timeouts). */
  LIMITS("connection pool"),
  /** When endpoints count as broken. */
  OUTLIERS("outlier detection"),
  /** Other settings of the destination. */
  CLUSTER("other settings of the destination");

  private final String words;

  Aspect(String words) {
    this.words = words;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }
}
