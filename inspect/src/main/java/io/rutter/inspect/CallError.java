// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import java.util.OptionalInt;

/** Why a call got no further. */
public enum CallError {
  /** No listener matches the address and port. */
  NO_LISTENER("no listener matched"),
  /** No filter chain matches the connection: Envoy closes it. */
  NO_FILTER_CHAIN("no filter chains matched"),
  /** Two filter chains have the same conditions: Envoy rejects such a listener. */
  MULTIPLE_FILTER_CHAINS("multiple filter chains matched"),
  /** The filter chain terminates TLS and the client does not use TLS. */
  INVALID_TLS("invalid TLS"),
  /**
   * The certificates that the filter chain presents or requires do not fit the client's TLS mode.
   */
  INVALID_MTLS("invalid mTLS"),
  /** Data that is not HTTP (for example TLS) reaches an HTTP connection manager. */
  PROTOCOL_ERROR("protocol error", 400),
  /** The connection manager rejects the request: its host, method, path, headers or their size. */
  BAD_REQUEST("bad request", 400),
  /** A token is wrong, or missing: Envoy answers 401, or 403 for a wrong audience. */
  TOKEN_REFUSED("token refused", 401),
  /** A policy denies the request, or none allows it, or a service that is asked denies it. */
  ACCESS_DENIED("access denied", 403),
  /** The same for a connection: Envoy closes it. */
  CONNECTION_DENIED("connection denied"),
  /** The connection manager's route configuration is not among the resources: Envoy answers 404. */
  NO_ROUTE_CONFIGURATION("no route configuration", 404),
  /** No virtual host matches the host: Envoy answers 404. */
  NO_VIRTUAL_HOST("no virtual host matched", 404),
  /** No route matches the request: Envoy answers 404. */
  NO_ROUTE("no route matched", 404),
  /** The virtual host requires TLS: Envoy redirects to https with 301. */
  TLS_REQUIRED("tls required, sending 301", 301),
  /** The header from which the route takes the cluster is missing in the request. */
  NO_CLUSTER("no cluster matched", 503),
  /**
   * The listener or virtual host uses features that the simulator does not support; see the
   * explanation.
   */
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
   * The status that Envoy usually answers with; absent if it closes the connection or the status is
   * unknown.
   */
  public OptionalInt status() {
    return status == NONE ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The message for people and test files. */
  public String message() {
    return message;
  }
}
