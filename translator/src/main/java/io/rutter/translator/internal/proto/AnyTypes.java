// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;

/** Unpacks the message in an {@code Any}. */
public final class AnyTypes {
  private AnyTypes() {}

  /** The message inside; empty if its type is not part of Envoy's API. */
  public static Optional<Message> unpack(Any any) {
    return MessageTypes.prototype(any.getTypeUrl()).map(type -> parse(type, any));
  }

  private static Message parse(Message type, Any any) {
    try {
      return type.getParserForType().parseFrom(any.getValue());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(
          "value: " + e + " (expected: " + MessageTypes.name(any.getTypeUrl()) + ")", e);
    }
  }
}
