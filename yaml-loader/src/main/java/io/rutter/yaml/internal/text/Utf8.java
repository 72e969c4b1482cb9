// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Decodes the bytes of a file, strictly, and refuses what YAML does not allow in a text: that is
 * how a binary file shows. Takes no more memory than the text itself.
 */
public final class Utf8 {
  private static final int CHUNK = 1 << 13;

  private Utf8() {}

  /** The text. Empty: it is not one, which is reported at the first byte that does not fit. */
  public static Optional<String> decode(String file, byte[] bytes, ProblemSink problems) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    int checked = 0;
    while (true) {
      // Never ends a chunk within a pair of surrogates.
      CoderResult result = decoder.decode(input, chars.clear(), true);
      String chunk = chars.flip().toString();
      int at = firstNotAllowed(chunk);
      if (at < chunk.length()) {
        int character = chunk.codePointAt(at);
        String shown = String.format("character U+%04X (expected: printable text)", character);
        problems.report(unreadable(file, bytes, checked + at, shown));
        return Optional.empty();
      }
      checked += chunk.length();
      if (result.isError()) {
        String shown = String.format("byte 0x%02X (expected: text in UTF-8)", input.get());
        problems.report(unreadable(file, bytes, checked, shown));
        return Optional.empty();
      }
      if (result.isUnderflow()) {
        return Optional.of(new String(bytes, UTF_8));
      }
    }
  }

  /** Where a text has a character that YAML does not allow; its end if there is none. */
  private static int firstNotAllowed(String text) {
    int at = 0;
    while (at < text.length() && YamlCharacters.isAllowed(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** A problem with what follows this many chars, which are right. */
  private static Problem unreadable(String file, byte[] bytes, int at, String message) {
    String before = new String(bytes, UTF_8).substring(0, at);
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (YamlCharacters.endsLine(before, i)) {
        line++;
        lineStart = i + 1;
      }
    }
    boolean marked = lineStart < at && before.charAt(lineStart) == YamlCharacters.BYTE_ORDER_MARK;
    int column = 1 + before.codePointCount(marked ? lineStart + 1 : lineStart, at);
    return Problem.error(ProblemCode.UNREADABLE_FILE)
        .location(new SourceLocation(file, line, column))
        .message(message)
        .build();
  }
}
