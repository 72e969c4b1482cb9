// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Traverses a message and all messages in it, including those packed as {@code Any}. */
public final class MessageWalk {
  private MessageWalk() {}

  /** Passes each message to the visitor, outer messages first. */
  public static void visit(Message message, Consumer<Message> visitor) {
    visitor.accept(message);
    if (message instanceof Any any) {
      AnyTypes.unpack(any).ifPresent(inner -> visit(inner, visitor));
      return;
    }
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        continue;
      }
      if (field.getValue() instanceof List<?> list) {
        list.forEach(element -> visit((Message) element, visitor));
      } else {
        visit((Message) field.getValue(), visitor);
      }
    }
  }

  /** The message with the rule applied to each message in it, inner messages first. */
  public static Message rewrite(Message message, UnaryOperator<Message> rule) {
    if (message instanceof Any any) {
      Optional<Message> inner = AnyTypes.unpack(any);
      return inner.isEmpty() ? any : Anys.pack(rewrite(inner.get(), rule));
    }
    Message.Builder result = message.toBuilder();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        continue;
      }
      if (field.getValue() instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          result.setRepeatedField(field.getKey(), i, rewrite((Message) list.get(i), rule));
        }
      } else {
        result.setField(field.getKey(), rewrite((Message) field.getValue(), rule));
      }
    }
    return rule.apply(result.build());
  }
}
