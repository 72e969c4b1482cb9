// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;

/** Scalars whose absence means something. */
public final class Wrappers {
  /** True, set. */
  public static final BoolValue TRUE = BoolValue.of(true);

  /** False, and not absent. */
  public static final BoolValue FALSE = BoolValue.of(false);

  /** Small numbers are most of those that are asked for. */
  private static final UInt32Value[] SMALL = new UInt32Value[129];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = UInt32Value.of(i);
    }
  }

  private Wrappers() {}

  /** A number of 32 bits, which protobuf for Java keeps in a signed int. */
  public static UInt32Value uint32(long value) {
    return value >= 0 && value < SMALL.length ? SMALL[(int) value] : UInt32Value.of((int) value);
  }

  /** A number of 64 bits. */
  public static UInt64Value uint64(long value) {
    return UInt64Value.of(value);
  }
}
