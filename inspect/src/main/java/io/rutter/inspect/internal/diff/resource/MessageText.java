// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.resource;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.rutter.translator.internal.proto.MessageWalk;
import java.util.LinkedHashSet;
import java.util.Set;

/** Values of fields as one line of text. */
public final class MessageText {
  /** Longer texts are cut off. */
  private static final int MOST = 400;

  private MessageText() {}

  /** A value of a field: a text or number as it is, a message as JSON. */
  public static String of(Object value) {
    String text =
        value instanceof Message message
            ? json(message)
            : value instanceof EnumValueDescriptor one ? one.getName() : String.valueOf(value);
    return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
  }

  /** Only what packs other messages needs a registry, which takes long to make. */
  private static JsonFormat.Printer printer(Message message) {
    Set<Descriptor> types = new LinkedHashSet<>();
    boolean[] packs = {false};
    MessageWalk.visit(
        message,
        part -> {
          types.add(part.getDescriptorForType());
          packs[0] |= part instanceof Any;
        });
    JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
    return packs[0]
        ? printer.usingTypeRegistry(JsonFormat.TypeRegistry.newBuilder().add(types).build())
        : printer;
  }

  private static String json(Message message) {
    try {
      String text = printer(message).print(message);
      // Durations, numbers and the like are texts in JSON.
      return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
          ? text.substring(1, text.length() - 1)
          : text;
    } catch (InvalidProtocolBufferException e) {
      return message instanceof Any any ? any.getTypeUrl() : String.valueOf(message);
    }
  }
}
