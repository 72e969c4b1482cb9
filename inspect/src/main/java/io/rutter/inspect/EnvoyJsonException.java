// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** A string is not the JSON of an Envoy configuration; the message says where and why. */
public final class EnvoyJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public EnvoyJsonException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Creates an exception. */
  public EnvoyJsonException(String message) {
    super(message);
  }
}
