// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * What SnakeYAML's scanner reads from: a text that is in memory as a whole. The reader that it
 * brings along copies what it has read ahead for every 1,024 characters more, so that its time
 * grows with the square of the length of a scalar, a comment or a run of blanks; this one copies
 * nothing. Positions count code points, as those of SnakeYAML do.
 */
final class TextReader extends StreamReader {
  private static final int[] NO_SNIPPET = {};

  private final String text;

  /** Where the reader is in the text, in chars. */
  private int pointer;

  /** The code point last looked at ahead of the pointer: how many on, and where it is in chars. */
  private int aheadCount;

  private int aheadAt;

  private int index;
  private int documentIndex;
  private int line;
  private int column;

  TextReader(String text) {
    super("");
    this.text = text;
  }

  @Override
  public Mark getMark() {
    return new Mark("", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public int peek() {
    return pointer < text.length() ? text.codePointAt(pointer) : '\0';
  }

  @Override
  public int peek(int count) {
    int at = offset(count);
    return at < text.length() ? text.codePointAt(at) : '\0';
  }

  /** The scanner looks at one code point after the other, so this goes on from the last one. */
  private int offset(int count) {
    while (aheadCount < count && aheadAt < text.length()) {
      aheadAt += Character.charCount(text.codePointAt(aheadAt));
      aheadCount++;
    }
    while (aheadCount > count) {
      aheadAt -= Character.charCount(text.codePointBefore(aheadAt));
      aheadCount--;
    }
    return aheadAt;
  }

  @Override
  public String prefix(int count) {
    return text.substring(pointer, offset(count));
  }

  /** The scanner takes no line breaks in this way. */
  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    moveTo(pointer + prefix.length());
    countIndices(count);
    column += count;
    return prefix;
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    int at = pointer;
    for (int i = 0; i < count && at < text.length(); i++) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      countIndices(1);
      boolean crLf = character == '\r' && at < text.length() && text.charAt(at) == '\n';
      if (Constant.LINEBR.has(character) || (character == '\r' && !crLf)) {
        line++;
        column = 0;
      } else if (character != '\ufeff') {
        column++;
      }
    }
    moveTo(at);
  }

  private void moveTo(int at) {
    pointer = at;
    aheadAt = at;
    aheadCount = 0;
  }

  private void countIndices(int count) {
    index += count;
    documentIndex += count;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getDocumentIndex() {
    return documentIndex;
  }

  @Override
  public void resetDocumentIndex() {
    documentIndex = 0;
  }
}
