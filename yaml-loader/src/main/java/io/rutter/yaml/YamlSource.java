// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.file.Path;

/** Where YAML documents come from. */
public sealed interface YamlSource {
  /** The name that positions in problems carry. */
  String name();

  /**
   * A file, or a folder: then the files that {@link YamlFolder#files} finds in it.
   *
   * @param path the file or folder
   */
  record Files(Path path) implements YamlSource {
    /** Checks that the path is not null. */
    public Files {
      requireNonNull(path, "path");
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  /**
   * A stream, which is read to its end but not closed.
   *
   * @param name the name in problems
   * @param stream the stream
   */
  record Stream(String name, InputStream stream) implements YamlSource {
    /** Checks that nothing is null. */
    public Stream {
      requireNonNull(name, "name");
      requireNonNull(stream, "stream");
    }
  }

  /**
   * A text.
   *
   * @param name the name in problems
   * @param text the text
   */
  record Text(String name, String text) implements YamlSource {
    /** Checks that nothing is null. */
    public Text {
      requireNonNull(name, "name");
      requireNonNull(text, "text");
    }
  }

  /** A file, or all the files of a folder. */
  static YamlSource path(Path path) {
    return new Files(path);
  }

  /** A file, or all the files of a folder. */
  static YamlSource path(String path) {
    return new Files(Path.of(path));
  }

  /** A text with a name of its own. */
  static YamlSource text(String name, String text) {
    return new Text(name, text);
  }

  /** A stream with a name of its own. */
  static YamlSource stream(String name, InputStream stream) {
    return new Stream(name, stream);
  }

  /** The standard input, named {@code <stdin>}. */
  static YamlSource standardInput() {
    return new Stream("<stdin>", System.in);
  }
}
