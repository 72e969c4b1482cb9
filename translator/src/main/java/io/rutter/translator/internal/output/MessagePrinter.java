// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Message;
import io.rutter.model.problem.VisibleText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints messages in protobuf's JSON form. Keeps the text of messages that come more than once for
 * as long as one document is written: most resources of a mesh are the same for many proxies.
 */
public final class MessagePrinter {
  private final MessageText text;

  /** Of messages that are printed more than once, empty before the first time. */
  private final Map<Message, String> repeated;

  private MessagePrinter(Map<Message, String> repeated, String indent) {
    this.repeated = repeated;
    this.text = new MessageText(indent);
  }

  /**
   * A printer for these messages.
   *
   * @param indent what each line but the first starts with
   */
  public static MessagePrinter of(Stream<? extends Message> messages, String indent) {
    Set<Message> seen = new HashSet<>();
    Map<Message, String> repeated = new HashMap<>();
    messages.filter(message -> !seen.add(message)).forEach(message -> repeated.put(message, ""));
    return new MessagePrinter(repeated, indent);
  }

  /** The message as JSON of two spaces per level, without a newline at the end. */
  public String print(Message message) {
    String known = repeated.get(message);
    if (known == null) {
      return printNew(message);
    }
    if (known.isEmpty()) {
      known = printNew(message);
      repeated.put(message, known);
    }
    return known;
  }

  private String printNew(Message message) {
    return VisibleText.inJson(text.of(message));
  }
}
