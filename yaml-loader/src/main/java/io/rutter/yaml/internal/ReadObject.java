// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.problem.ProblemCode;
import java.util.Optional;

/**
 * What one object was read to, by itself.
 *
 * @param name its name in problems; empty: it is of a kind that is not read
 * @param place where it stands; empty: it was not read from a text
 * @param value what it is; empty: it has an error, or is of a kind that is not read
 * @param inactive what is to be known of one without a value
 * @param secret its name if it is a Secret
 * @param suppressedCodes what its annotation says of problems
 */
record ReadObject(
    Optional<ConfigKey> name,
    Optional<Places.Place> place,
    Optional<Value<?>> value,
    Optional<InactiveObject> inactive,
    Optional<ConfigKey> secret,
    ImmutableSet<ProblemCode> suppressedCodes) {
  /**
   * An object of a kind that is read.
   *
   * @param kind the kind
   * @param object the object
   */
  record Value<T>(Kind<T> kind, T object) {}

  /** An object that has no effect. */
  static ReadObject without(Optional<InactiveObject> inactive, Optional<ConfigKey> secret) {
    return new ReadObject(
        Optional.empty(), Optional.empty(), Optional.empty(), inactive, secret, ImmutableSet.of());
  }

  /** An object with an error. */
  static ReadObject refused(
      ConfigKey name, InactiveObject inactive, ImmutableSet<ProblemCode> suppressedCodes) {
    return new ReadObject(
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.of(inactive),
        Optional.empty(),
        suppressedCodes);
  }

  /** An object that counts. */
  static ReadObject of(ConfigKey name, Value<?> value, ImmutableSet<ProblemCode> suppressedCodes) {
    return new ReadObject(
        Optional.of(name),
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        suppressedCodes);
  }

  /** Whether it is one of which a mesh has one. */
  boolean isSettings() {
    return value.filter(of -> of.kind().scope() == Kind.Scope.MESH).isPresent();
  }

  /** Whether its annotation says something of problems. */
  boolean suppressesCodes() {
    return !suppressedCodes.isEmpty();
  }

  /** The same at a place. */
  ReadObject at(Places.Place newPlace) {
    return new ReadObject(name, Optional.of(newPlace), value, inactive, secret, suppressedCodes);
  }

  /** The same with a value that is equal to its own. */
  ReadObject withValue(Optional<Value<?>> newValue) {
    return new ReadObject(name, place, newValue, inactive, secret, suppressedCodes);
  }
}
