// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers that may be absent, and the bounds of protobuf's types. */
final class OptionalNumbers {
  static final BigInteger MOST_UINT32 = BigInteger.valueOf(0xFFFF_FFFFL);
  static final BigInteger MOST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  static final BigInteger LEAST_INT = BigInteger.valueOf(Integer.MIN_VALUE);
  static final BigInteger MOST_INT = BigInteger.valueOf(Integer.MAX_VALUE);

  private OptionalNumbers() {}

  /** A number that an int holds. */
  static OptionalInt toInt(Optional<BigInteger> value) {
    return value.isPresent() ? OptionalInt.of(value.get().intValueExact()) : OptionalInt.empty();
  }

  /** A number that a long holds. */
  static OptionalLong toLong(Optional<BigInteger> value) {
    return value.isPresent() ? OptionalLong.of(value.get().longValueExact()) : OptionalLong.empty();
  }

  /** The number, absent for zero. */
  static OptionalInt withoutZero(OptionalInt value) {
    return value.isPresent() && value.getAsInt() == 0 ? OptionalInt.empty() : value;
  }

  /** The number, absent for zero. */
  static OptionalLong withoutZero(OptionalLong value) {
    return value.isPresent() && value.getAsLong() == 0 ? OptionalLong.empty() : value;
  }
}
