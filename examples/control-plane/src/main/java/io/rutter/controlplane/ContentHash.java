// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A version that says the same for the same contents, also after a restart. */
final class ContentHash {
  private ContentHash() {}

  /** The hash of these messages in this order. */
  static String of(Iterable<? extends Message> messages) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Message message : messages) {
      byte[] bytes = bytes(message);
      hasher.putInt(bytes.length).putBytes(bytes);
    }
    return hasher.hash().toString().substring(0, 16);
  }

  /** Serialized with maps in the order of their keys. */
  private static byte[] bytes(Message message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // The array has the right size.
    }
    return bytes;
  }
}
