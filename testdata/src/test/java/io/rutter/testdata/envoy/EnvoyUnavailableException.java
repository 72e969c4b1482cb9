// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

/** There is no Envoy to ask; the message says why. */
final class EnvoyUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvoyUnavailableException(String message) {
    super(message);
  }
}
