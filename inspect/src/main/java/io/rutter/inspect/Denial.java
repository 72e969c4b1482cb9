// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;

/**
 * Who refused a call, and why.
 *
 * @param by the filter
 * @param rules the rules behind it: one that denies, or all that allow if none of them takes the
 *     call; empty if the configuration does not name any
 * @param reason what of the call decided, for example {@code header :method exact "POST": "POST"}
 */
public record Denial(Filter by, ImmutableList<AccessRule> rules, String reason) {
  /** A kind of filter that refuses calls. */
  public enum Filter {
    /** {@code jwt_authn}: a token is wrong or missing. */
    JWT_AUTHN,
    /** {@code rbac}: a policy denies the call, or none allows it. */
    RBAC,
    /** {@code ext_authz}: a service denies the call, or cannot be asked. */
    EXT_AUTHZ
  }
}
