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
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Decodes the bytes of a file, strictly, and refuses what YAML does not allow in a text: that is
 * how a binary file shows.
 */
public final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private Utf8() {}

  /** The text. Empty: it is not one, which is reported at the first byte that does not fit. */
  public static Optional<String> decode(String file, byte[] bytes, ProblemSink problems) {
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(input, chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      String shown = String.format("byte 0x%02X (expected: text in UTF-8)", input.get());
      problems.report(unreadable(file, text, text.length(), shown));
      return Optional.empty();
    }
    return checkCharacters(file, text, problems);
  }

  private static Optional<String> checkCharacters(String file, String text, ProblemSink problems) {
    int at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int start = at;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (!isAllowed(character)) {
        String shown = String.format("character U+%04X (expected: printable text)", character);
        problems.report(unreadable(file, text.substring(start), at - start, shown));
        return Optional.empty();
      }
      at += Character.charCount(character);
    }
    return Optional.of(text.substring(start));
  }

  /** YAML 1.1, chapter 5.1: printable characters, and tab and line breaks. */
  private static boolean isAllowed(int character) {
    return (character >= 0x20 && character <= 0x7E)
        || character == '\t'
        || character == '\n'
        || character == '\r'
        || character == 0x85
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static Problem unreadable(String file, String text, int at, String message) {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int column = 1 + text.codePointCount(lineStart, at);
    return Problem.error(ProblemCode.UNREADABLE_FILE)
        .location(new SourceLocation(file, line, column))
        .message(message)
        .build();
  }
}
