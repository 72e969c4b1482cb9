// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Message;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prints the messages of one document. The text of repeated messages is kept, because many proxies
 * of a mesh share most resources as the same objects.
 */
public final class MessagePrinter {
  private final Function<Message, String> form;

  /** The text of messages that are printed more than once; empty until first printed. */
  private final IdentityHashMap<Message, String> repeated;

  private MessagePrinter(
      Function<Message, String> form, IdentityHashMap<Message, String> repeated) {
    this.form = form;
    this.repeated = repeated;
  }

  /**
   * A printer of protobuf's JSON form, two spaces per level, without a newline at the end.
   *
   * @param messages the messages that will be printed
   * @param indent the indentation of each line but the first
   */
  public static MessagePrinter json(Stream<? extends Message> messages, String indent) {
    return of(messages, new MessageText(indent)::of);
  }

  /**
   * A printer of the same fields as YAML, with a newline at the end.
   *
   * @param messages the messages that will be printed
   * @param level the indentation of each line but the first, in steps of two spaces
   */
  public static MessagePrinter yaml(Stream<? extends Message> messages, int level) {
    MessageText json = new MessageText("");
    return of(messages, message -> YamlWriter.fromJson(json.of(message), level));
  }

  private static MessagePrinter of(
      Stream<? extends Message> messages, Function<Message, String> form) {
    Set<Message> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    IdentityHashMap<Message, String> repeated = new IdentityHashMap<>();
    messages.filter(message -> !seen.add(message)).forEach(message -> repeated.put(message, ""));
    return new MessagePrinter(form, repeated);
  }

  /** The text of the message. */
  public String print(Message message) {
    String known = repeated.get(message);
    if (known == null) {
      return form.apply(message);
    }
    if (known.isEmpty()) {
      known = form.apply(message);
      repeated.put(message, known);
    }
    return known;
  }
}
