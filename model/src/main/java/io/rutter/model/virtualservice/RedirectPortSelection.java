// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

/**
 * How a redirect finds its port without a fixed number. Istio reference:
 * HTTPRedirect.RedirectPortSelection.
 */
public enum RedirectPortSelection {
  /** The port of the scheme: 80 for http and 443 for https; nothing is emitted for it. */
  FROM_PROTOCOL_DEFAULT,
  /** The port that the request came in on. */
  FROM_REQUEST_PORT
}
