// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/**
 * A change of one header, in the order in which Envoy makes them.
 *
 * @param action what is done
 * @param name the header, in lower case
 * @param value the value, {@code %} commands as they are configured; empty for {@code REMOVE}
 */
public record HeaderChange(Action action, String name, String value) {
  /** What is done to a header. */
  public enum Action {
    /** Adds a value, whether or not the header exists. */
    APPEND,
    /** Adds a value if the header does not exist. */
    ADD_IF_ABSENT,
    /** Replaces all values. */
    OVERWRITE,
    /** Replaces all values if the header exists. */
    OVERWRITE_IF_EXISTS,
    /** Removes all values. */
    REMOVE
  }
}
