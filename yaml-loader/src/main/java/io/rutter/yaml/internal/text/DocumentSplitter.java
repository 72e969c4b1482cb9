// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import com.google.common.collect.ImmutableList;

/**
 * Splits a text at the lines that separate YAML documents, so that a mistake in one document does
 * not hide the others. A line that starts with {@code ---} or {@code ...} ends a document wherever
 * it stands: YAML allows it in no scalar.
 */
public final class DocumentSplitter {
  private final String file;
  private final String text;
  private final ImmutableList.Builder<TextDocument> documents = ImmutableList.builder();

  private int start;
  private int startLine = 1;
  private boolean hasContent;

  private DocumentSplitter(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The documents of the text, without those that have only blanks and comments. */
  public static ImmutableList<TextDocument> split(String file, String text) {
    return new DocumentSplitter(file, withoutByteOrderMarks(text)).run();
  }

  private ImmutableList<TextDocument> run() {
    int line = 1;
    int lineStart = 0;
    while (lineStart < text.length()) {
      int next = nextLine(text, lineStart);
      if (isMarker(lineStart, "---")) {
        // What follows on the line belongs to the document, so the line stays part of its text.
        cut(lineStart, line);
        hasContent = !isBlank(lineStart + 3, next);
      } else if (isMarker(lineStart, "...")) {
        cut(lineStart, line);
        start = next;
        startLine = line + 1;
      } else {
        hasContent |= !isBlank(lineStart, next) && text.charAt(lineStart) != '%';
      }
      lineStart = next;
      line++;
    }
    cut(text.length(), line);
    return documents.build();
  }

  /** Where the next line starts. */
  private static int nextLine(String text, int from) {
    int at = from;
    while (at < text.length() && !YamlCharacters.endsLine(text, at)) {
      at++;
    }
    return Math.min(at + 1, text.length());
  }

  /**
   * The text without the marks that lines begin with: YAML allows one before each document, and
   * files that were joined have them elsewhere too. They count for no column.
   */
  private static String withoutByteOrderMarks(String text) {
    if (text.indexOf(YamlCharacters.BYTE_ORDER_MARK) < 0) {
      return text;
    }
    StringBuilder rest = new StringBuilder(text.length());
    int lineStart = 0;
    while (lineStart < text.length()) {
      int next = nextLine(text, lineStart);
      boolean marked = text.charAt(lineStart) == YamlCharacters.BYTE_ORDER_MARK;
      rest.append(text, marked ? lineStart + 1 : lineStart, next);
      lineStart = next;
    }
    return rest.toString();
  }

  private void cut(int end, int line) {
    if (hasContent) {
      documents.add(new TextDocument(file, startLine, text.substring(start, end)));
    }
    hasContent = false;
    start = end;
    startLine = line;
  }

  private boolean isMarker(int at, String marker) {
    int after = at + marker.length();
    return text.startsWith(marker, at)
        && (after >= text.length() || YamlCharacters.isSpace(text.charAt(after)));
  }

  /** Whether the text between has only blanks and a comment. */
  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '#') {
        return true;
      }
      if (!YamlCharacters.isSpace(c)) {
        return false;
      }
    }
    return true;
  }
}
