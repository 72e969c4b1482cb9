// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;

/**
 * An object of a store.
 *
 * @param identity which it is
 * @param read what it was read to
 * @param problems what is wrong with it by itself
 * @param characters its share of what was read
 */
record StoredObject(
    ObjectIdentity identity, ReadObject read, ImmutableList<Problem> problems, long characters) {
  ObjectKey key() {
    return identity.key();
  }

  /** Whether it has a problem by itself. */
  boolean isWrong() {
    return !problems.isEmpty();
  }

  /** Whether the same is here, read from the same text. */
  boolean stands(Places.Place place) {
    return read.place().filter(place::equals).isPresent();
  }

  /** Whether a decoded object is this one in the same version, as Kubernetes numbers them. */
  boolean isVersion(ObjectIdentity other) {
    return read.place().isEmpty()
        && !identity.resourceVersion().isEmpty()
        && identity.equals(other);
  }

  /** This object, with the value of another one where theirs are equal. */
  StoredObject withEqualValueOf(StoredObject other) {
    return read.value().equals(other.read.value())
        ? new StoredObject(identity, read.withValue(other.read.value()), problems, characters)
        : this;
  }
}
