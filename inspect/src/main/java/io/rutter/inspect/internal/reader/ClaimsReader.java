// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Collection;
import java.util.Map;

/** Makes claims of what a test file says in any shape. */
final class ClaimsReader {
  private ClaimsReader() {}

  static Struct struct(Map<String, ?> claims) {
    Struct.Builder struct = Struct.newBuilder();
    claims.forEach((name, value) -> struct.putFields(name, value(value)));
    return struct.build();
  }

  private static Value value(Object value) {
    Value.Builder built = Value.newBuilder();
    if (value instanceof Map<?, ?> map) {
      Struct.Builder struct = Struct.newBuilder();
      map.forEach((name, inner) -> struct.putFields(name.toString(), value(inner)));
      return built.setStructValue(struct).build();
    }
    if (value instanceof Collection<?> list) {
      ListValue.Builder values = ListValue.newBuilder();
      list.forEach(inner -> values.addValues(value(inner)));
      return built.setListValue(values).build();
    }
    if (value instanceof Number number) {
      return built.setNumberValue(number.doubleValue()).build();
    }
    return value instanceof Boolean truth
        ? built.setBoolValue(truth).build()
        : built.setStringValue(value.toString()).build();
  }
}
