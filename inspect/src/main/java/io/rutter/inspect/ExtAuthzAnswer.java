// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** What a service answers that Envoy asks whether a call is allowed ({@code ext_authz}). */
public enum ExtAuthzAnswer {
  /** The call goes on. */
  ALLOW,
  /** The call is refused, with the status 403 unless the service names another. */
  DENY
}
