// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.primitives.Bytes;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** Writes ASN.1 in its distinguished encoding, as far as certificates need it. */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int LONGEST_SHORT_LENGTH = 127;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, parts);
  }

  /** A value with a tag of its own: a context tag, a string, a time. */
  static byte[] tagged(int tag, byte[]... parts) {
    byte[] content = Bytes.concat(parts);
    return Bytes.concat(new byte[] {(byte) tag}, length(content.length), content);
  }

  static byte[] text(int tag, String text) {
    return tagged(tag, ByteString.copyFrom(text, US_ASCII).toByteArray());
  }

  /** A number below 128. */
  static byte[] small(int number) {
    return new byte[] {0x02, 0x01, (byte) number};
  }

  static byte[] bits(byte[] content) {
    return tagged(0x03, new byte[] {0}, content);
  }

  /** An object identifier, such as {@code 2.5.29.17}. */
  static byte[] identifier(int first, int second, int... rest) {
    List<Byte> bytes = new ArrayList<>();
    bytes.add((byte) (first * 40 + second));
    for (int part : rest) {
      List<Byte> digits = new ArrayList<>();
      digits.add((byte) (part & 0x7f));
      for (int left = part >> 7; left > 0; left >>= 7) {
        digits.add(0, (byte) ((left & 0x7f) | 0x80));
      }
      bytes.addAll(digits);
    }
    return tagged(0x06, Bytes.toArray(bytes));
  }

  private static byte[] length(int length) {
    if (length <= LONGEST_SHORT_LENGTH) {
      return new byte[] {(byte) length};
    }
    return length < 256
        ? new byte[] {(byte) 0x81, (byte) length}
        : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
  }
}
