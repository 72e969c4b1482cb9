// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;

/**
 * Finds the message that an {@code Any} holds. Every message of Envoy's API has its Java class at
 * the package of its proto, below a fixed prefix, so that no table of types has to be kept; and a
 * type is loaded only where it is met, which start-up time depends on.
 */
final class AnyTypes {
  /** Java package prefix by first part of the proto package. */
  private static final ImmutableMap<String, String> JAVA_PREFIX =
      ImmutableMap.of(
          "envoy", "io.envoyproxy.",
          "udpa", "com.github.",
          "xds", "com.github.",
          "google", "com.");

  private AnyTypes() {}

  /** The message inside, or empty where its type is none of Envoy's API. */
  static Optional<Message> unpack(Any any) {
    return prototype(typeName(any)).map(type -> parse(type, any));
  }

  private static Message parse(Message type, Any any) {
    try {
      return type.getParserForType().parseFrom(any.getValue());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("value: " + e + " (expected: " + typeName(any) + ")", e);
    }
  }

  private static String typeName(Any any) {
    return any.getTypeUrl().substring(any.getTypeUrl().lastIndexOf('/') + 1);
  }

  private static Optional<Message> prototype(String typeName) {
    String prefix = JAVA_PREFIX.get(typeName.substring(0, Math.max(0, typeName.indexOf('.'))));
    if (prefix == null) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(prefix + typeName, true, AnyTypes.class.getClassLoader());
      return Optional.of((Message) type.getMethod("getDefaultInstance").invoke(null));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
