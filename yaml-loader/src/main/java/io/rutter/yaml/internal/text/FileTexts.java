// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteStreams;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads files, folders and streams, and collects the documents in them. */
public final class FileTexts {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("kind", "apiVersion", "calls", "tests", "testCases");

  private final int mostBytes;
  private final int mostDocuments;
  private final ProblemSink problems;
  private int count;
  private final Set<Path> named = new HashSet<>();
  private final Set<Path> read = new HashSet<>();
  private final ImmutableList.Builder<FileDocuments> contents = ImmutableList.builder();
  private final ImmutableList.Builder<String> files = ImmutableList.builder();

  /**
   * The documents of a file.
   *
   * @param folder the folder in which the file was found; empty: the caller named the file itself,
   *     so that everything in it must be what it is read as
   * @param documents the documents
   */
  public record FileDocuments(Optional<String> folder, ImmutableList<TextDocument> documents) {}

  /** Reads files up to a number of bytes each, and up to a number of documents of all. */
  public FileTexts(int mostBytes, int mostDocuments, ProblemSink problems) {
    this.mostBytes = mostBytes;
    this.mostDocuments = mostDocuments;
    this.problems = problems;
  }

  /** The files so far that could be read, with their documents. */
  public ImmutableList<FileDocuments> contents() {
    return contents.build();
  }

  /** The names of the files so far, those that could not be read included. */
  public ImmutableList<String> files() {
    return files.build();
  }

  /**
   * Says that a path will be added. A file that is named and is also in a folder that is added is
   * read under its own name.
   */
  public void announce(Path path) {
    if (Files.isRegularFile(path)) {
      named.add(real(path));
    }
  }

  /** Adds a file, or all files of a folder; a file that several names lead to counts once. */
  public void addPath(Path path) {
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (!Files.isRegularFile(path) || read.add(real(path))) {
      addFile(path, Optional.empty());
    }
  }

  private void addFolder(Path folder) {
    FolderWalk walk;
    try {
      walk = FolderWalk.of(folder);
    } catch (IOException e) {
      unreadable(folder.toString(), reason(e));
      return;
    }
    if (walk.files().isEmpty() && walk.leftOut().isEmpty()) {
      unreadable(folder.toString(), "no file in it (expected: *.yaml, *.yml or *.json)");
    }
    for (Path file : walk.files()) {
      Path real = real(file);
      if (!named.contains(real) && read.add(real)) {
        addFile(file, Optional.of(folder.toString()));
      }
    }
    walk.leftOut().forEach(this::reportLeftOut);
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath(); // Reading it says what is wrong.
    }
  }

  /** Adds what a stream has. */
  public void addStream(String name, InputStream stream) {
    addStream(name, Optional.empty(), stream);
  }

  private void addStream(String name, Optional<String> folder, InputStream stream) {
    try {
      addBytes(name, folder, ByteStreams.limit(stream, mostBytes + 1L).readAllBytes());
    } catch (IOException e) {
      unreadable(name, reason(e));
    }
  }

  /** Adds the content of a file. */
  public void addBytes(String name, byte[] bytes) {
    addBytes(name, Optional.empty(), bytes);
  }

  private void addBytes(String name, Optional<String> folder, byte[] bytes) {
    files.add(name);
    if (bytes.length > mostBytes) {
      tooLarge(name, "more than " + mostBytes + " bytes (expected: a smaller file)");
      return;
    }
    List<Problem> undecodable = new ArrayList<>();
    Optional<String> text = Utf8.decode(name, bytes, undecodable::add);
    if (text.isPresent()) {
      addText(name, folder, text.get());
    } else if (folder.isPresent() && hasNoKey(bytes)) {
      problems.report(
          Problem.builder(Severity.NOTE, ProblemCode.IGNORED_DOCUMENT)
              .location(new SourceLocation(name, 1, 1))
              .message("skipped, because the file was found in a folder: not UTF-8, and no kind")
              .build());
    } else {
      undecodable.forEach(problems::report);
    }
  }

  /** Whether no object and no test can be in the text, in whatever encoding it is. */
  private static boolean hasNoKey(byte[] bytes) {
    String letters = new String(bytes, ISO_8859_1).replace("\0", "");
    return KEYS.stream().noneMatch(key -> KeyWords.has(letters, key));
  }

  private void addText(String name, Optional<String> folder, String text) {
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
    contents.add(new FileDocuments(folder, found));
  }

  private void addFile(Path file, Optional<String> folder) {
    try (InputStream stream = Files.newInputStream(file)) {
      addStream(file.toString(), folder, stream);
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
