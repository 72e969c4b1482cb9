// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a proxy of Istio's says of itself beside its id. Source: {@code NodeMetadata} of istiod.
 *
 * @param all by name
 */
record NodeMetadata(Map<String, Object> all) {
  static NodeMetadata of(Struct metadata) {
    return new NodeMetadata(map(metadata));
  }

  private static Map<String, Object> map(Struct struct) {
    Map<String, Object> result = new LinkedHashMap<>();
    struct
        .getFieldsMap()
        .forEach(
            (name, value) -> {
              if (value.getKindCase() != Value.KindCase.NULL_VALUE) {
                result.put(name, value(value));
              }
            });
    return result;
  }

  private static Object value(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> value.getBoolValue();
      case STRUCT_VALUE -> map(value.getStructValue());
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream().map(NodeMetadata::value).toList();
      case STRING_VALUE -> value.getStringValue();
      case NULL_VALUE, KIND_NOT_SET -> "";
    };
  }

  /** A port is a double in protobuf, but no fraction. */
  private static Object number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? (Object) (long) number
        : (Object) number;
  }

  /** A text; empty if it is not there. */
  String text(String name) {
    return all.get(name) instanceof String text ? text : "";
  }

  /** Texts by name; empty if they are not there. */
  Map<String, Object> texts(String name) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (all.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> result.put(String.valueOf(key), String.valueOf(value)));
    }
    return result;
  }

  /** The addresses of the pod: {@code INSTANCE_IPS}, with commas between; none if one is none. */
  ImmutableList<String> addresses() {
    Object value = all.get("INSTANCE_IPS");
    Stream<String> written =
        value instanceof List<?> list
            ? list.stream().map(String::valueOf)
            : Splitter.on(',').omitEmptyStrings().splitToStream(text("INSTANCE_IPS"));
    ImmutableList<String> addresses = written.collect(toImmutableList());
    return addresses.stream().allMatch(InetAddresses::isInetAddress)
        ? addresses
        : ImmutableList.of();
  }
}
