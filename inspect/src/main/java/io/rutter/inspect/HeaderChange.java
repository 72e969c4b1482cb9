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
    /** Adds a value, whether or not there are some. */
    APPEND,
    /** Adds a value if there is none. */
    ADD_IF_ABSENT,
    /** Replaces all values. */
    OVERWRITE,
    /** Replaces all values if there are some. */
    OVERWRITE_IF_EXISTS,
    /** Takes all values away. */
    REMOVE
  }
}
