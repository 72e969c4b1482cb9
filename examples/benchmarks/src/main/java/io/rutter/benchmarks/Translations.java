// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.validation.Validator;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is measured: bytes for a proxy, and the mere serialisation of the same messages. */
final class Translations {
  private Translations() {}

  /** A mesh, validated as istiod's was when it came in: neither program is timed on that. */
  static ValidatedSnapshot read(MeshShape shape) {
    return Validator.validate(
        YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", shape.text()))).snapshot());
  }

  /** From the model to all bytes of the first proxy; their number. */
  static long full(ValidatedSnapshot mesh) {
    return bytes(Translator.create().compile(mesh).translate(mesh.snapshot().proxies().get(0)));
  }

  /** All bytes of a proxy; their number. */
  static long bytes(XdsResources resources) {
    long sum = 0;
    for (ResourceKind kind : ResourceKind.values()) {
      for (Any resource : resources.serialized(kind)) {
        sum += resource.getValue().size();
      }
    }
    return sum;
  }

  /** Copies of a proxy's messages, which know nothing yet of their size. */
  static List<Message> copies(XdsResources resources) throws IOException {
    List<Message> copies = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.values()) {
      for (Message message : kind.of(resources)) {
        copies.add(message.getParserForType().parseFrom(message.toByteString()));
      }
    }
    return copies;
  }

  /** The floor: protobuf alone; the number of bytes. */
  static long serialize(List<Message> messages) throws IOException {
    long sum = 0;
    for (Message message : messages) {
      byte[] bytes = new byte[message.getSerializedSize()];
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.useDeterministicSerialization();
      message.writeTo(out);
      sum += bytes.length;
    }
    return sum;
  }
}
