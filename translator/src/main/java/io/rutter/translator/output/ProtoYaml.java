// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.protobuf.Message;
import io.rutter.translator.internal.output.MessagePrinter;
import java.util.stream.Stream;

/**
 * Writes Envoy's messages as YAML: the same names and values as in {@link ProtoJson}, in block
 * style. Envoy reads it, and it makes a readable diff.
 */
public final class ProtoYaml {
  private ProtoYaml() {}

  /** The message as YAML, with a newline at the end. */
  public static String print(Message message) {
    return MessagePrinter.yaml(Stream.of(message), 0).print(message);
  }
}
