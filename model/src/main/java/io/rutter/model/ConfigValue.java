// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static java.util.Objects.requireNonNull;

/**
 * A value in an object of the input, printed {@code VirtualService/default/reviews spec.http[0]}.
 *
 * @param object the object
 * @param path the path of the value in it, for example {@code spec.http[0].match[1]}; empty: the
 *     object as a whole
 */
public record ConfigValue(ConfigKey object, String path) implements Comparable<ConfigValue> {
  /** Checks that no part is null. */
  public ConfigValue {
    requireNonNull(object, "object");
    requireNonNull(path, "path");
  }

  /**
   * Whether the other value is this one or in it: {@code spec.http[0]} includes {@code
   * spec.http[0].match[1]}.
   */
  public boolean includes(ConfigValue other) {
    if (!object.equals(other.object) || !other.path.startsWith(path)) {
      return false;
    }
    String rest = other.path.substring(path.length());
    return path.isEmpty() || rest.isEmpty() || rest.startsWith("[") || rest.startsWith(".");
  }

  @Override
  public int compareTo(ConfigValue other) {
    int byObject = object.compareTo(other.object);
    return byObject != 0 ? byObject : path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? object.toString() : object + " " + path;
  }
}
