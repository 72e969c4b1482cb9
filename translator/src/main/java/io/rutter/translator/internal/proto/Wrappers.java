// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;

/** Wrapped scalars, whose absence differs from zero. */
public final class Wrappers {
  /** True. */
  public static final BoolValue TRUE = BoolValue.of(true);

  /** False, and not absent. */
  public static final BoolValue FALSE = BoolValue.of(false);

  /** Cached wrappers of small numbers, the most frequent. */
  private static final UInt32Value[] SMALL = new UInt32Value[129];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = UInt32Value.of(i);
    }
  }

  private Wrappers() {}

  /** An unsigned 32-bit number, which protobuf's Java API keeps in a signed int. */
  public static UInt32Value uint32(long value) {
    return value >= 0 && value < SMALL.length ? SMALL[(int) value] : UInt32Value.of((int) value);
  }

  /** A 64-bit number. */
  public static UInt64Value uint64(long value) {
    return UInt64Value.of(value);
  }
}
