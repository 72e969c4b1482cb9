// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files, folders and streams, and collects the documents in them. */
public final class FileTexts {
  private final int mostBytes;
  private final int mostDocuments;
  private final ProblemSink problems;
  private int count;
  private final ImmutableList.Builder<TextDocument> documents = ImmutableList.builder();
  private final ImmutableList.Builder<String> files = ImmutableList.builder();

  /** Reads files of no more than so many bytes, and no more than so many documents of all. */
  public FileTexts(int mostBytes, int mostDocuments, ProblemSink problems) {
    this.mostBytes = mostBytes;
    this.mostDocuments = mostDocuments;
    this.problems = problems;
  }

  /** The documents so far. */
  public ImmutableList<TextDocument> documents() {
    return documents.build();
  }

  /** The names of the files so far, those that could not be read included. */
  public ImmutableList<String> files() {
    return files.build();
  }

  /** Adds a file, or all files of a folder. */
  public void addPath(Path path) {
    if (!Files.isDirectory(path)) {
      addFile(path);
      return;
    }
    FolderWalk walk;
    try {
      walk = FolderWalk.of(path);
    } catch (IOException e) {
      unreadable(path.toString(), reason(e));
      return;
    }
    if (walk.files().isEmpty() && walk.leftOut().isEmpty()) {
      unreadable(path.toString(), "no file in it (expected: *.yaml, *.yml or *.json)");
    }
    walk.files().forEach(this::addFile);
    walk.leftOut().forEach(this::reportLeftOut);
  }

  /** Adds what a stream has. */
  public void addStream(String name, InputStream stream) {
    try {
      addBytes(name, ByteStreams.limit(stream, mostBytes + 1L).readAllBytes());
    } catch (IOException e) {
      unreadable(name, reason(e));
    }
  }

  /** Adds the content of a file. */
  public void addBytes(String name, byte[] bytes) {
    files.add(name);
    if (bytes.length > mostBytes) {
      tooLarge(name, "more than " + mostBytes + " bytes (expected: a smaller file)");
      return;
    }
    Utf8.decode(name, bytes, problems).ifPresent(text -> addText(name, text));
  }

  private void addText(String name, String text) {
    ImmutableList<TextDocument> found = DocumentSplitter.split(name, text);
    count += found.size();
    if (count > mostDocuments) {
      tooLarge(
          name,
          "more than " + mostDocuments + " documents (expected: fewer; none of the file counts)");
      return;
    }
    if (found.isEmpty()) {
      problems.report(
          Problem.warning(ProblemCode.EMPTY_INPUT)
              .location(new SourceLocation(name, 1, 1))
              .message("no document (expected: at least one)")
              .build());
    }
    documents.addAll(found);
  }

  private void addFile(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      addStream(file.toString(), stream);
    } catch (IOException e) {
      unreadable(file.toString(), reason(e));
    }
  }

  /** A folder that cannot be listed may hold anything; the others hold nothing for sure. */
  private void reportLeftOut(FolderWalk.LeftOut found) {
    String name = found.path().toString();
    switch (found.fault()) {
      case UNREADABLE -> unreadable(name, "cannot be listed (expected: a folder that may be read)");
      case LEADS_NOWHERE -> passedOver(name, "a link to no file, left out (expected: a file)");
      case NO_FILE -> passedOver(name, "no regular file, left out (expected: a file)");
    }
  }

  private void passedOver(String name, String message) {
    files.add(name);
    problems.report(
        Problem.warning(ProblemCode.UNREADABLE_FILE)
            .location(new SourceLocation(name, 1, 1))
            .message(message)
            .build());
  }

  private void unreadable(String name, String message) {
    files.add(name);
    problems.report(
        Problem.error(ProblemCode.UNREADABLE_FILE)
            .location(new SourceLocation(name, 1, 1))
            .message(message)
            .build());
  }

  private void tooLarge(String name, String message) {
    problems.report(
        Problem.error(ProblemCode.LIMIT_EXCEEDED)
            .location(new SourceLocation(name, 1, 1))
            .message(message)
            .build());
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file (expected: a file or a folder that exists)";
    }
    return e instanceof AccessDeniedException
        ? "no permission (expected: a file that may be read)"
        : "cannot be read: " + e.getMessage() + " (expected: a readable file)";
  }
}
