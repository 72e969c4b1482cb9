// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** What the filters that decide who may call make of a call. */
public enum Access {
  /** None of them refuses it; so it is too where there is none. */
  ALLOWED,
  /** One refuses it: {@link CallResult#denial()}. */
  DENIED,
  /**
   * None refuses it, but a service is asked whose answer the call does not say: {@link
   * CallResult#externalChecks()}.
   */
  UNDETERMINED,
  /**
   * It ends before it comes to them, as {@link CallResult#error()} says: nobody listens, the client
   * does not use the TLS that is asked for (as where mutual TLS is STRICT), or it is no request.
   */
  UNREACHED
}
