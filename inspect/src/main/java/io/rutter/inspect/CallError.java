// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import java.util.OptionalInt;

/** Why a call got no further. */
public enum CallError {
  /** No listener takes the address and port. */
  NO_LISTENER("no listener matched"),
  /** No filter chain takes the connection: Envoy closes it. */
  NO_FILTER_CHAIN("no filter chains matched"),
  /** Two filter chains have the same conditions: Envoy rejects such a listener. */
  MULTIPLE_FILTER_CHAINS("multiple filter chains matched"),
  /** The filter chain ends TLS and the client does not speak it. */
  INVALID_TLS("invalid TLS"),
  /** The certificates that the filter chain shows or demands do not fit the client's TLS mode. */
  INVALID_MTLS("invalid mTLS"),
  /** Bytes that are not HTTP (TLS, for example) reach an HTTP connection manager. */
  PROTOCOL_ERROR("protocol error", 400),
  /** The connection manager refuses the request: its host, method, path, headers or their size. */
  BAD_REQUEST("bad request", 400),
  /** The connection manager's route configuration is not among the resources: Envoy answers 404. */
  NO_ROUTE_CONFIGURATION("no route configuration", 404),
  /** No virtual host takes the host: Envoy answers 404. */
  NO_VIRTUAL_HOST("no virtual host matched", 404),
  /** No route takes the request: Envoy answers 404. */
  NO_ROUTE("no route matched", 404),
  /** The virtual host demands TLS: Envoy redirects to https with 301. */
  TLS_REQUIRED("tls required, sending 301", 301),
  /** The request names no cluster in the header that the route takes it from. */
  NO_CLUSTER("no cluster matched", 503),
  /** The listener or virtual host uses what the simulator does not know; see the explanation. */
  UNSUPPORTED("unsupported configuration");

  private static final int NONE = 0;

  private final String message;
  private final int status;

  CallError(String message) {
    this(message, NONE);
  }

  CallError(String message, int status) {
    this.message = message;
    this.status = status;
  }

  /**
   * The status that Envoy usually answers with; absent: it closes the connection, or there is
   * nothing to know.
   */
  public OptionalInt status() {
    return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** For people and test files. */
  public String message() {
    return message;
  }
}
