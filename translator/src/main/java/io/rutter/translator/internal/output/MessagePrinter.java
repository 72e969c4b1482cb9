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
 * Prints the messages of one document. Keeps the text of those that come more than once: most
 * resources of a mesh are the same for many proxies, and the same in memory.
 */
public final class MessagePrinter {
  private final Function<Message, String> form;

  /** Of messages that are printed more than once, empty before the first time. */
  private final IdentityHashMap<Message, String> repeated;

  private MessagePrinter(
      Function<Message, String> form, IdentityHashMap<Message, String> repeated) {
    this.form = form;
    this.repeated = repeated;
  }

  /**
   * A printer of protobuf's JSON form, two spaces per level, without a newline at the end.
   *
   * @param messages those that will be printed
   * @param indent what each line but the first starts with
   */
  public static MessagePrinter json(Stream<? extends Message> messages, String indent) {
    return of(messages, new MessageText(indent)::of);
  }

  /**
   * A printer of the same in YAML, with a newline at the end.
   *
   * @param messages those that will be printed
   * @param level how far each line but the first is indented, in steps of two spaces
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
