// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Packs messages so that equal messages have equal bytes. */
public final class Anys {
  /** Type URLs of packed types, as bytes, so that a string need not be encoded for each message. */
  private static final Map<Descriptor, ByteString> TYPE_URLS = new ConcurrentHashMap<>();

  private Anys() {}

  /** Packs a message, with maps in key order. */
  public static Any pack(Message message) {
    return Any.newBuilder()
        .setTypeUrlBytes(typeUrlBytes(message))
        .setValue(serialize(message))
        .build();
  }

  /** The bytes of a message, maps in key order. */
  public static ByteString serialize(Message message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    out.checkNoSpaceLeft();
    return UnsafeByteOperations.unsafeWrap(bytes);
  }

  /** The type URL of a message. */
  public static String typeUrl(Message message) {
    return typeUrlBytes(message).toStringUtf8();
  }

  private static ByteString typeUrlBytes(Message message) {
    Descriptor type = message.getDescriptorForType();
    ByteString known = TYPE_URLS.get(type);
    if (known == null) {
      known = ByteString.copyFromUtf8("type.googleapis.com/" + type.getFullName());
      TYPE_URLS.put(type, known);
    }
    return known;
  }
}
