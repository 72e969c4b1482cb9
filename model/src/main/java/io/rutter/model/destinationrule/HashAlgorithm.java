// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import static java.util.Objects.requireNonNull;

/** How a hash chooses an endpoint. */
public sealed interface HashAlgorithm {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link HashAlgorithm}. */
  enum Kind {
    /** {@link Ring}. */
    RING,
    /** {@link Table}. */
    TABLE
  }

  /**
   * A ring hash.
   *
   * @param value the value of {@code ringHash}
   */
  record Ring(RingHash value) implements HashAlgorithm {
    /** Checks that the value is not null. */
    public Ring {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.RING;
    }
  }

  /**
   * A Maglev table.
   *
   * @param value the value of {@code maglev}
   */
  record Table(Maglev value) implements HashAlgorithm {
    /** Checks that the value is not null. */
    public Table {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.TABLE;
    }
  }
}
