// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import java.util.Optional;

/**
 * What one value of a policy matches. The answers are only given where they are certain: false may
 * mean that nobody knows.
 */
interface ValueSet {
  /** Whether everything that the other matches is matched by this as well. */
  boolean covers(ValueSet other);

  /** Whether nothing is matched by both. */
  boolean isDisjointFrom(ValueSet other);

  /** What all texts that it matches begin with; absent if these are not compared with patterns. */
  default Optional<String> start() {
    return Optional.empty();
  }

  /** A value of which only itself is known. */
  record Opaque(String text) implements ValueSet {
    @Override
    public boolean covers(ValueSet other) {
      return equals(other);
    }

    @Override
    public boolean isDisjointFrom(ValueSet other) {
      return false;
    }
  }
}
