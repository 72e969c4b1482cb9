// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import java.util.Optional;

/**
 * A field of a resource that differs.
 *
 * @param path where it is, for example {@code virtual_hosts[reviews:9080].routes[2].route.timeout}:
 *     elements that have a name or address are found by that; messages that are packed as {@code
 *     Any} are looked into
 * @param before the value of before, as JSON if it is a message, cut off after 400 characters;
 *     absent: there was none
 * @param after the same of after
 */
public record FieldDifference(String path, Optional<String> before, Optional<String> after) {
  /** {@code path: before -> after}. */
  @Override
  public String toString() {
    return path + ": " + before.orElse("none") + " -> " + after.orElse("none");
  }
}
