// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.internal.proto.AnyTypes;
import io.rutter.translator.internal.proto.MessageWalk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Prints messages in protobuf's JSON form. Keeps the text of each message for as long as one
 * document is written: most resources of a mesh are the same for many proxies.
 */
public final class MessagePrinter {
  private final JsonFormat.Printer format;
  private final String newline;
  private final Map<Message, String> printed = new HashMap<>();

  private MessagePrinter(JsonFormat.Printer format, String newline) {
    this.format = format;
    this.newline = newline;
  }

  /**
   * A printer for these messages.
   *
   * @param indent what each line but the first starts with
   */
  public static MessagePrinter of(Stream<? extends Message> messages, String indent) {
    Set<Descriptor> types = new LinkedHashSet<>();
    Consumer<Message> learn =
        part -> {
          if (part instanceof Any any) {
            AnyTypes.unpack(any).ifPresent(inner -> types.add(inner.getDescriptorForType()));
          }
        };
    messages.distinct().forEach(message -> MessageWalk.visit(message, learn));
    return new MessagePrinter(
        JsonFormat.printer()
            .usingTypeRegistry(TypeRegistry.newBuilder().add(types).build())
            .sortingMapKeys(),
        "\n" + indent);
  }

  /** The message as JSON of two spaces per level, without a newline at the end. */
  public String print(Message message) {
    return printed.computeIfAbsent(message, this::printNew);
  }

  private String printNew(Message message) {
    try {
      return VisibleText.inJson(format.print(message)).replace("\n", newline);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("an Any of a type that is none of Envoy's API", e);
    }
  }
}
