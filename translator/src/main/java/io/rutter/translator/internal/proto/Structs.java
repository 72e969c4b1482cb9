// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as protobuf messages. */
public final class Structs {
  private Structs() {}

  /** An object. */
  public static Struct of(Map<?, ?> fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.forEach((key, value) -> struct.putFields(String.valueOf(key), value(value)));
    return struct.build();
  }

  private static Value value(@Nullable Object value) {
    if (value instanceof Map<?, ?> fields) {
      return Value.newBuilder().setStructValue(of(fields)).build();
    }
    if (value instanceof Iterable<?> items) {
      ListValue.Builder list = ListValue.newBuilder();
      items.forEach(item -> list.addValues(value(item)));
      return Value.newBuilder().setListValue(list).build();
    }
    if (value instanceof Boolean bool) {
      return Value.newBuilder().setBoolValue(bool).build();
    }
    if (value instanceof Number number) {
      return Value.newBuilder().setNumberValue(number.doubleValue()).build();
    }
    return value == null
        ? Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build()
        : Value.newBuilder().setStringValue(value.toString()).build();
  }
}
