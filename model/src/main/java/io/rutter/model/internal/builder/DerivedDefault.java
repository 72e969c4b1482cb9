// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.builder;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A property of a builder whose default follows from its other properties. As long as it has the
 * value that was derived last, it is derived again: it follows the others in a builder that is used
 * twice, and in one that starts from a value. A value that somebody sets stays.
 *
 * <p>Whether a value was set or derived is not kept: equal values have equal builders, and a value
 * that is set to its default is as good as one that is not set.
 */
public final class DerivedDefault<T> {
  private Optional<T> derived = Optional.empty();

  /** The property of a builder that starts from a value for which this would be derived. */
  public static <T> DerivedDefault<T> startingAt(Optional<T> value) {
    DerivedDefault<T> property = new DerivedDefault<>();
    property.derived = value;
    return property;
  }

  /** Takes note of what would be derived for the value that the builder starts from. */
  public void startAt(T value) {
    derived = Optional.of(value);
  }

  /**
   * The value of the property.
   *
   * @param now what the builder holds
   * @param derivation derives the default
   */
  public T of(Optional<T> now, Supplier<T> derivation) {
    if (now.isPresent() && !now.equals(derived)) {
      return now.get();
    }
    T value = derivation.get();
    derived = Optional.of(value);
    return value;
  }
}
