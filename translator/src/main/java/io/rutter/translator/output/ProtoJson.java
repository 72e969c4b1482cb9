// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.protobuf.Message;
import io.rutter.translator.internal.output.MessagePrinter;
import java.util.stream.Stream;

/**
 * Writes Envoy's messages in protobuf's JSON form: names in lowerCamelCase, two spaces of
 * indentation, maps in key order, each {@code Any} unpacked. Equal messages give equal text.
 */
public final class ProtoJson {
  private ProtoJson() {}

  /** The message as JSON, without a newline at the end. */
  public static String print(Message message) {
    return MessagePrinter.json(Stream.of(message), "").print(message);
  }
}
