// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Prints messages in protobuf's JSON form. Keeps, for as long as one document is written, the types
 * met so far and the text of each message: most resources of a mesh are the same for many proxies.
 */
public final class MessagePrinter {
  private final Set<Descriptor> types = new LinkedHashSet<>();
  private final Map<Message, String> printed = new HashMap<>();
  private JsonFormat.Printer format = printer();

  /** A printer that has met nothing yet. */
  public MessagePrinter() {}

  /** The message as JSON of two spaces per level, without a newline at the end. */
  public String print(Message message) {
    return printed.computeIfAbsent(message, this::printNew);
  }

  private String printNew(Message message) {
    int known = types.size();
    MessageWalk.visit(message, this::learn);
    if (types.size() > known) {
      format = printer();
    }
    try {
      return format.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("an Any of a type that is none of Envoy's API", e);
    }
  }

  private void learn(Message message) {
    if (message instanceof Any any) {
      AnyTypes.unpack(any).ifPresent(inner -> types.add(inner.getDescriptorForType()));
    }
  }

  private JsonFormat.Printer printer() {
    return JsonFormat.printer()
        .usingTypeRegistry(TypeRegistry.newBuilder().add(types).build())
        .sortingMapKeys();
  }
}
