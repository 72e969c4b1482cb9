// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** What the filters that decide who may call make of a call. */
public enum Access {
  /** None of them refuses it; so it is too where there is none, or where the call never came. */
  ALLOWED,
  /** One refuses it: {@link CallResult#denial()}. */
  DENIED,
  /**
   * None refuses it, but a service is asked whose answer the call does not say: {@link
   * CallResult#externalChecks()}.
   */
  UNDETERMINED
}
